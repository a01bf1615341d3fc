package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Gru.Reset;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Chain;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.LossSpec.At;
import unroll.core.model.LossSpec.OverTime;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.io.CaseFile.Amount;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/** Reads a case of the reference format field by field. */
final class CaseReader {
    private static final List<String> RESULTS = List.of("forward", "grad", "contribution", "jacobian");
    private static final Map<String, String> LOSSES = Map.of("mse", "mse", "ce", "cross_entropy", "nll", "nll");
    private static final Map<String, Head> OUTPUTS =
            Map.of("linear", Head.LINEAR, "skip_sigmoid", Head.SKIP_SIGMOID, "concat_logsoftmax", Head.LOG_SOFTMAX);
    private static final int MAX_SIZE = 4096;
    private static final int MAX_STEPS = 100_000;
    private static final int MAX_LAYERS = 64;

    private final JsonObject given;
    private final Fields root;
    private final Fields config;

    CaseReader(String file, JsonObject json) throws ReadProblem {
        this.given = json.deepCopy();
        RESULTS.forEach(given::remove);
        this.root = Fields.of(file, given);
        root.choice("kind", Map.of("cell", "cell"));
        this.config = root.object("config");
    }

    CaseFile read() throws ReadProblem {
        Network network = network();
        int steps = config.whole("T", 1, MAX_STEPS);
        int rows = config.whole("B", 1, MAX_SIZE);
        config.end();
        // First what the file holds: a size that it only claims is complained about before memory is taken for it.
        Parameters parameters = parameters(network);
        Tensor x = TensorJson.read(root, "x", steps, rows, network.inputSize());
        Batch batch = new Batch(network, steps, rows);
        fillInputs(x, batch);
        lengths(network, batch);
        targets(network, batch);
        Amount detail =
                root.has("detail") ? root.choice("detail", Words.of(Amount.values(), Words::ofConstant)) : Amount.FULL;
        return new CaseFile(given, detail, network, parameters, batch, states(network, batch));
    }

    private Network network() throws ReadProblem {
        Head head = config.choice("output", OUTPUTS);
        Sizes sizes = new Sizes(
                config.whole("I", 1, MAX_SIZE), config.whole("H", 1, MAX_SIZE), config.whole("O", 1, MAX_SIZE));
        Stack stack = new Stack(
                config.whole("layers", 1, MAX_LAYERS),
                config.flag("bidirectional"),
                config.flag("packed"),
                Dropout.NONE);
        try {
            return new Network(cell(head), sizes, stack, config.choice("bias", Words.BIASES), head, loss());
        } catch (IllegalArgumentException mismatch) {
            throw config.problem("output", mismatch.getMessage());
        }
    }

    private Cell cell(Head head) throws ReadProblem {
        String cell = config.choice("cell", Words.of(new String[] {"rnn", "lstm", "gru"}, each -> each));
        if (head == Head.LOG_SOFTMAX) {
            return concat(cell);
        }
        return switch (cell) {
            case "rnn" -> new Rnn(config.choice("activation", Words.ACTIVATIONS));
            case "lstm" -> new Lstm();
            default -> new Gru(config.flag("reset_after") ? Reset.AFTER : Reset.BEFORE);
        };
    }

    /** In this format the concat cell is a plain one without a function, under an output that no other cell has. */
    private Cell concat(String cell) throws ReadProblem {
        boolean plain = cell.equals("rnn") && config.choice("activation", Words.ACTIVATIONS) == Activation.IDENTITY;
        if (!plain) {
            throw config.problem("output", "concat_logsoftmax needs the cell rnn with the activation identity");
        }
        return new Concat();
    }

    private LossSpec loss() throws ReadProblem {
        String loss = config.text("loss");
        int underscore = loss.indexOf('_');
        String kindName = LOSSES.get(underscore < 0 ? loss : loss.substring(0, underscore));
        LossKind kind = Words.LOSSES.get(String.valueOf(kindName));
        if (kind == null) {
            throw unknownLoss(loss);
        }
        At last = config.choice("last", Map.of("output", At.LAST, "h_n", At.FINAL_STATE));
        return switch (loss.substring(underscore + 1)) {
            case "all" ->
                LossSpec.atEvery(
                        kind, config.choice("time_reduction", Map.of("mean", OverTime.MEAN, "sum", OverTime.SUM)));
            case "masked" -> LossSpec.atEvery(kind, OverTime.VALID);
            case "last", "last_var" -> new LossSpec(kind, last, OverTime.SUM);
            default -> throw unknownLoss(loss);
        };
    }

    private ReadProblem unknownLoss(String loss) {
        return config.problem(
                "loss",
                "expected mse_last, mse_all, ce_last, ce_last_var, ce_all, ce_masked, nll_last or nll_all, found \""
                        + loss + "\"");
    }

    private Parameters parameters(Network network) throws ReadProblem {
        Fields params = root.object("params");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ParameterLayout.Entry entry : network.parameters().entries()) {
            tensors.put(entry.name(), TensorJson.read(params, entry.name(), entry.shape()));
        }
        params.end();
        return Parameters.of(network, tensors);
    }

    private static void fillInputs(Tensor x, Batch batch) {
        int width = x.extent(2);
        for (int i = 0; i < x.size(); i++) {
            batch.setInput(i / width / batch.rows() + 1, i / width % batch.rows(), i % width, x.at(i));
        }
    }

    private void lengths(Network network, Batch batch) throws ReadProblem {
        if (!root.has("lengths")) {
            if (network.packed() || network.loss().overTime() == OverTime.VALID) {
                throw root.problem("lengths", "this field is missing, though the case is packed or masked");
            }
            return;
        }
        double[] lengths = TensorJson.numbers(root, "lengths");
        if (lengths.length != batch.rows()) {
            throw root.problem(
                    "lengths", "expected one for each of " + batch.rows() + " rows, found " + lengths.length);
        }
        for (int row = 0; row < lengths.length; row++) {
            int length = (int) lengths[row];
            if (length != lengths[row] || length < 1 || length > batch.steps()) {
                throw root.problem(
                        "lengths[" + row + "]",
                        "expected a whole number from 1 to " + batch.steps() + ", found " + lengths[row]);
            }
            batch.setLength(row, length);
        }
    }

    private void targets(Network network, Batch batch) throws ReadProblem {
        boolean classifies = network.loss().kind().classifies();
        int slots = network.loss().atEveryStep() ? batch.steps() : 1;
        int width = classifies ? 1 : network.outputSize();
        Tensor target = TensorJson.read(root, "target");
        if (target.size() != slots * batch.rows() * width) {
            throw root.problem(
                    "target",
                    "expected " + slots * batch.rows() * width + " numbers (" + slots + " steps of " + batch.rows()
                            + " rows of " + width + "), found " + target.size());
        }
        for (int i = 0; i < target.size(); i++) {
            int t = i / width / batch.rows() + 1;
            int row = i / width % batch.rows();
            if (classifies) {
                batch.setClass(t, row, classAt(network, target, i));
            } else {
                batch.setTarget(t, row, i % width, target.at(i));
            }
        }
    }

    private int classAt(Network network, Tensor target, int index) throws ReadProblem {
        double value = target.at(index);
        if (!(value >= 0 && value < network.outputSize() && value == Math.rint(value))) {
            throw root.problem(
                    "target.data[" + index + "]",
                    "expected a class 0 to " + (network.outputSize() - 1) + ", found " + value);
        }
        return (int) value;
    }

    private Map<Site, Tensor> states(Network network, Batch batch) throws ReadProblem {
        Map<Site, Tensor> states = new LinkedHashMap<>();
        for (Quantity state : network.cell().states()) {
            String name = state.id() + "0";
            if (!root.has(name)) {
                continue;
            }
            int rows = batch.rows();
            int units = network.hiddenSize();
            List<Chain> chains = network.chains();
            Tensor all = TensorJson.read(root, name, chains.size(), rows, units);
            for (int i = 0; i < chains.size(); i++) {
                double[] one = new double[rows * units];
                all.copyTo(i * one.length, one.length, one, 0);
                states.put(chains.get(i).site(state), Tensor.of(one, rows, units));
            }
        }
        return states;
    }
}
