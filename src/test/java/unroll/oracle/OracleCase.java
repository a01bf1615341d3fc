package unroll.oracle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Chain;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;

/** A reference case made with PyTorch or Keras; the format is described in {@code unroll/reference/README.md}. */
public record OracleCase(String name, JsonObject json) {
    /** All cases of cells. */
    public static final List<String> NAMES = List.of(
            "concat_identity_10-16-5-20-4_nll_last",
            "concat_identity_2-3-3-5-1_nll_last",
            "concat_identity_3-4-2-6-2_nll_all_sum",
            "gru_after_1-1-1-1-1_mse_last",
            "gru_after_1-3-1-5-1_mse_all_sum",
            "gru_after_10-16-5-20-4_ce_last",
            "gru_after_2layer_3-4-2-6-2_mse_last",
            "gru_after_3-4-2-6-2_ce_all",
            "gru_after_bi_1-3-1-5-1_mse_last_hn",
            "gru_before_1-3-1-5-1_mse_all",
            "gru_before_3-4-2-6-2_ce_last",
            "lstm_1-1-1-1-1_mse_last",
            "lstm_1-3-1-5-1_mse_all_sum",
            "lstm_10-16-5-20-4_mse_last",
            "lstm_28-32-10-28-3_ce_last",
            "lstm_2layer_3-4-2-6-2_ce_last",
            "lstm_3-4-2-6-2_ce_all",
            "lstm_3-4-2-6-2_ce_masked",
            "lstm_3-4-2-6-3_ce_last_var_packed",
            "lstm_bi_3-4-2-6-2_mse_all_sum",
            "rnn_identity_1-3-1-5-1_mse_all",
            "rnn_identity_3-4-2-6-2_mse_last",
            "rnn_relu_1-3-1-5-1_mse_last",
            "rnn_relu_3-4-2-6-2_mse_all",
            "rnn_sigmoid_1-3-1-5-1_mse_all_sum",
            "rnn_sigmoid_3-4-2-6-2_ce_last",
            "rnn_tanh_1-1-1-1-1_mse_last",
            "rnn_tanh_1-3-1-5-1_mse_all_sum",
            "rnn_tanh_10-16-5-20-4_ce_all",
            "rnn_tanh_28-32-10-28-3_ce_last",
            "rnn_tanh_2layer_3-4-2-6-2_mse_all",
            "rnn_tanh_3-4-2-6-2_ce_all",
            "rnn_tanh_3-4-2-6-2_ce_masked",
            "rnn_tanh_3-4-2-6-2_mse_all_nobias",
            "rnn_tanh_bi_3-4-2-6-2_ce_all",
            "skip_sigmoid_1-3-1-5-1_mse_all_sum",
            "skip_sigmoid_3-4-2-6-2_mse_all_sum",
            "skip_tanh_3-4-2-6-2_mse_last");

    public static Stream<OracleCase> all() {
        return NAMES.stream().map(OracleCase::load);
    }

    public static OracleCase load(String name) {
        String path = "/unroll/reference/cells/" + name + ".json";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(OracleCase.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            return new OracleCase(name, JsonParser.parseReader(reader).getAsJsonObject());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public JsonObject config() {
        return json.getAsJsonObject("config");
    }

    public int config(String field) {
        return config().get(field).getAsInt();
    }

    private String text(String field) {
        return config().get(field).getAsString();
    }

    public double tolerance(String kind) {
        return json.getAsJsonObject("tolerance").get(kind).getAsDouble();
    }

    public Network network() {
        BiasMode bias = BiasMode.valueOf(text("bias").toUpperCase(Locale.ROOT));
        boolean packed = config().get("packed").getAsBoolean();
        Head head = Map.of(
                        "linear", Head.LINEAR,
                        "skip_sigmoid", Head.SKIP_SIGMOID,
                        "concat_logsoftmax", Head.LOG_SOFTMAX)
                .get(text("output"));
        Sizes sizes = new Sizes(config("I"), config("H"), config("O"));
        boolean bidirectional = config().get("bidirectional").getAsBoolean();
        Stack stack = new Stack(config("layers"), bidirectional, packed, Dropout.NONE);
        return new Network(cell(), sizes, stack, bias, head, loss());
    }

    private Cell cell() {
        if (text("output").equals("concat_logsoftmax")) {
            return new Concat();
        }
        return switch (text("cell")) {
            case "rnn" -> new Rnn(Activation.valueOf(text("activation").toUpperCase(Locale.ROOT)));
            case "lstm" -> new Lstm();
            default -> new Gru(config().get("reset_after").getAsBoolean() ? Gru.Reset.AFTER : Gru.Reset.BEFORE);
        };
    }

    private LossSpec loss() {
        String loss = text("loss");
        LossKind kind = Map.of("mse", LossKind.MSE, "ce", LossKind.CROSS_ENTROPY, "nll", LossKind.NLL)
                .get(loss.substring(0, loss.indexOf('_')));
        if (loss.endsWith("masked")) {
            return LossSpec.atEvery(kind, LossSpec.OverTime.VALID);
        }
        if (loss.endsWith("all")) {
            boolean sum = text("time_reduction").equals("sum");
            return LossSpec.atEvery(kind, sum ? LossSpec.OverTime.SUM : LossSpec.OverTime.MEAN);
        }
        LossSpec.At at = text("last").equals("h_n") ? LossSpec.At.FINAL_STATE : LossSpec.At.LAST;
        return new LossSpec(kind, at, LossSpec.OverTime.SUM);
    }

    public Parameters parameters() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        json.getAsJsonObject("params").entrySet().forEach(each -> tensors.put(each.getKey(), tensor(each.getValue())));
        return Parameters.of(network(), tensors);
    }

    public Batch batch() {
        Network network = network();
        int steps = config("T");
        int rows = config("B");
        Batch batch = new Batch(network, steps, rows);
        Tensor x = tensor(json.get("x"));
        for (int t = 1; t <= steps; t++) {
            for (int row = 0; row < rows; row++) {
                for (int unit = 0; unit < network.inputSize(); unit++) {
                    batch.setInput(t, row, unit, x.at(((t - 1) * rows + row) * network.inputSize() + unit));
                }
            }
        }
        if (json.has("lengths")) {
            for (int row = 0; row < rows; row++) {
                batch.setLength(row, json.getAsJsonArray("lengths").get(row).getAsInt());
            }
        }
        targets(batch, network, steps, rows);
        return batch;
    }

    private void targets(Batch batch, Network network, int steps, int rows) {
        double[] flat = flat(json.get("target"));
        boolean classifies = network.loss().kind().classifies();
        int slots = network.loss().atEveryStep() ? steps : 1;
        for (int slot = 0; slot < slots; slot++) {
            for (int row = 0; row < rows; row++) {
                int index = slot * rows + row;
                if (classifies) {
                    batch.setClass(slot + 1, row, (int) flat[index]);
                } else {
                    for (int unit = 0; unit < network.outputSize(); unit++) {
                        batch.setTarget(slot + 1, row, unit, flat[index * network.outputSize() + unit]);
                    }
                }
            }
        }
    }

    public Map<Site, Tensor> initialStates() {
        Network network = network();
        Map<Site, Tensor> states = new LinkedHashMap<>();
        network.cell().states().forEach(state -> {
            if (json.has(state.id() + "0")) {
                Tensor all = tensor(json.get(state.id() + "0"));
                int size = config("B") * config("H");
                List<Chain> chains = network.chains();
                for (int i = 0; i < chains.size(); i++) {
                    Tensor one = Tensor.copyOf(all.toArray(), i * size, config("B"), config("H"));
                    states.put(chains.get(i).site(state), one);
                }
            }
        });
        return states;
    }

    public Trace trace() {
        return Recorder.record(network(), parameters(), batch(), initialStates());
    }

    public JsonObject forward() {
        return json.getAsJsonObject("forward");
    }

    public JsonObject grad() {
        return json.getAsJsonObject("grad");
    }

    public static Tensor tensor(JsonElement element) {
        JsonArray shape = element.getAsJsonObject().getAsJsonArray("shape");
        int[] extents = new int[shape.size()];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = shape.get(i).getAsInt();
        }
        return Tensor.of(flat(element), extents);
    }

    /** The numbers of a tensor, of a list, or of lists of lists, in order. */
    public static double[] flat(JsonElement element) {
        if (element.isJsonObject()) {
            return flat(element.getAsJsonObject().get("data"));
        }
        JsonArray array = element.getAsJsonArray();
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsDouble();
        }
        return numbers;
    }

    @Override
    public String toString() {
        return name;
    }
}
