package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Chain;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.LossSpec.At;
import unroll.core.model.LossSpec.OverTime;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.io.json.TensorJson;

/** Writes a network with its numbers and a batch of sequences as a case of the reference format, without results. */
final class CaseJson {
    private static final Map<LossKind, String> LOSSES =
            Map.of(LossKind.MSE, "mse", LossKind.CROSS_ENTROPY, "ce", LossKind.NLL, "nll");
    private static final Map<Head, String> OUTPUTS =
            Map.of(Head.LINEAR, "linear", Head.SKIP_SIGMOID, "skip_sigmoid", Head.LOG_SOFTMAX, "concat_logsoftmax");

    private final Network network;
    private final Batch batch;

    private CaseJson(Network network, Batch batch) {
        this.network = network;
        this.batch = batch;
    }

    /**
     * Writes a case.
     *
     * @param states initial ones, of shape [rows, H]; those that are not named are zero
     */
    static JsonObject write(Network network, Parameters parameters, Batch batch, Map<Site, Tensor> states) {
        CaseJson writer = new CaseJson(network, batch);
        JsonObject json = new JsonObject();
        json.addProperty("kind", "cell");
        json.addProperty("detail", "full");
        json.add("config", writer.config());
        JsonObject params = new JsonObject();
        network.parameters().names().forEach(name -> params.add(name, TensorJson.write(parameters.tensor(name))));
        json.add("params", params);
        json.add("x", TensorJson.write(writer.inputs()));
        json.add("target", TensorJson.write(writer.target()));
        if (network.packed() || network.loss().overTime() == OverTime.VALID) {
            JsonArray lengths = new JsonArray();
            for (int row = 0; row < batch.rows(); row++) {
                lengths.add(batch.length(row));
            }
            json.add("lengths", lengths);
        }
        network.cell().states().stream()
                .filter(state -> states.keySet().stream()
                        .anyMatch(site -> site.quantity().equals(state)))
                .forEach(state -> json.add(state.id() + "0", TensorJson.write(writer.initial(state, states))));
        return json;
    }

    private JsonObject config() {
        JsonObject config = new JsonObject();
        addCell(config);
        config.addProperty("I", network.inputSize());
        config.addProperty("H", network.hiddenSize());
        config.addProperty("O", network.outputSize());
        config.addProperty("T", batch.steps());
        config.addProperty("B", batch.rows());
        config.addProperty("layers", network.layers());
        config.addProperty("bidirectional", network.stack().bidirectional());
        config.addProperty("packed", network.packed());
        config.addProperty("output", OUTPUTS.get(network.head()));
        config.addProperty("bias", network.bias().id());
        addLoss(config);
        return config;
    }

    private void addCell(JsonObject config) {
        Cell cell = network.cell();
        if (cell instanceof Concat) {
            config.addProperty("cell", "rnn");
            config.addProperty("activation", "identity");
        } else if (cell instanceof Gru gru) {
            config.addProperty("cell", "gru");
            config.addProperty("reset_after", gru.reset() == Gru.Reset.AFTER);
        } else {
            config.addProperty("cell", cell.id());
            if (cell instanceof Rnn rnn) {
                config.addProperty("activation", rnn.activation().id());
            }
        }
    }

    private void addLoss(JsonObject config) {
        LossSpec loss = network.loss();
        String kind = LOSSES.get(loss.kind());
        config.addProperty("last", loss.at() == At.FINAL_STATE ? "h_n" : "output");
        if (!loss.atEveryStep()) {
            config.addProperty("loss", kind + "_last");
        } else if (loss.overTime() == OverTime.VALID) {
            config.addProperty("loss", kind + "_masked");
        } else {
            config.addProperty("loss", kind + "_all");
            config.addProperty("time_reduction", loss.overTime() == OverTime.MEAN ? "mean" : "sum");
        }
    }

    private Tensor inputs() {
        int width = network.inputSize();
        double[] values = new double[batch.steps() * batch.rows() * width];
        for (int i = 0; i < values.length; i++) {
            int t = i / width / batch.rows() + 1;
            int at = batch.inputs().offset(t, i / width % batch.rows());
            values[i] = batch.inputs().data()[at + i % width];
        }
        return Tensor.of(values, batch.steps(), batch.rows(), width);
    }

    /** Classes of shape [B] or [T, B]; numbers with the outputs as a further extent. */
    private Tensor target() {
        boolean classifies = network.loss().kind().classifies();
        boolean every = network.loss().atEveryStep();
        int slots = every ? batch.steps() : 1;
        int width = classifies ? 1 : network.outputSize();
        double[] values = new double[slots * batch.rows() * width];
        for (int i = 0; i < values.length; i++) {
            int t = i / width / batch.rows() + 1;
            int row = i / width % batch.rows();
            values[i] = classifies ? batch.targetClass(t, row) : batch.target(t, row, i % width);
        }
        List<Integer> shape = every ? List.of(slots, batch.rows()) : List.of(batch.rows());
        int[] extents = new int[shape.size() + (classifies ? 0 : 1)];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = i < shape.size() ? shape.get(i) : width;
        }
        return Tensor.of(values, extents);
    }

    private Tensor initial(Quantity state, Map<Site, Tensor> states) {
        List<Chain> chains = network.chains();
        int size = batch.rows() * network.hiddenSize();
        double[] all = new double[chains.size() * size];
        for (int i = 0; i < chains.size(); i++) {
            Tensor one = states.get(chains.get(i).site(state));
            if (one != null) {
                one.copyTo(all, i * size);
            }
        }
        return Tensor.of(all, chains.size(), batch.rows(), network.hiddenSize());
    }
}
