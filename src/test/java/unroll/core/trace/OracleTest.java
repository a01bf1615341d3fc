package unroll.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Concat;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Head;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.oracle.OracleCase;

/** The lines as executed agree with PyTorch and Keras: every value, every gradient, at each time step. */
class OracleTest {
    @ParameterizedTest
    @MethodSource("unroll.oracle.OracleCase#all")
    void forwardValuesAgree(OracleCase oracle) {
        Trace trace = oracle.trace();
        double tolerance = oracle.tolerance("forward");
        assertEquals(oracle.forward().get("loss").getAsDouble(), trace.loss(), tolerance);
        everyLayer(oracle, oracle.forward(), (site, expected) -> {
            Tensor actual = trace.values(site, 1, trace.steps());
            return compare(oracle, actual, expected, (m) -> tolerance * Math.max(1, m), true);
        });
        headValues(oracle, trace, tolerance);
    }

    private void headValues(OracleCase oracle, Trace trace, double tolerance) {
        Tensor logits = trace.values(Site.head(Quantity.LOGITS), 1, trace.steps());
        check(
                "logits",
                compare(oracle, logits, tensor(oracle.forward(), "logits"), m -> tolerance * Math.max(1, m), true));
        if (oracle.forward().has("outputs")) {
            Site site = Site.head(trace.network().head().output());
            Tensor outputs = trace.values(site, 1, trace.steps());
            Tensor expected = tensor(oracle.forward(), "outputs");
            check("outputs", compare(oracle, outputs, expected, m -> tolerance * Math.max(1, m), true));
        }
        if (oracle.forward().has("y_last")) {
            Site site = Site.head(trace.network().readByLoss());
            Tensor last = trace.values(site, trace.steps(), trace.steps());
            Tensor expected = tensor(oracle.forward(), trace.network().head() == Head.LINEAR ? "y_last" : "outputs");
            int size = last.size();
            check(
                    "y_last",
                    whole(
                            Tensor.of(last.toArray(), size),
                            Tensor.copyOf(expected.toArray(), expected.size() - size, size),
                            m -> tolerance * Math.max(1, m)));
        }
        if (oracle.forward().has("step_losses")) {
            double[] losses = OracleCase.flat(oracle.forward().get("step_losses"));
            for (int t = 1; t <= trace.steps(); t++) {
                assertEquals(losses[t - 1], trace.stepLoss(t), tolerance, "loss of step " + t);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unroll.oracle.OracleCase#all")
    void gradientsAgree(OracleCase oracle) {
        Trace trace = oracle.trace();
        double tolerance = oracle.tolerance("grad");
        Bound bound = m -> tolerance * m + 1e-300;
        oracle.grad().getAsJsonObject("params").entrySet().forEach(each -> {
            Tensor actual = trace.parameterGradient(each.getKey());
            check(each.getKey(), whole(actual, OracleCase.tensor(each.getValue()), bound));
        });
        everyLayer(
                oracle,
                oracle.grad(),
                (site, expected) -> compare(oracle, trace.gradients(site, 1, trace.steps()), expected, bound, true));
        if (oracle.grad().has("x")) {
            Tensor actual = trace.gradients(new Site(0, Quantity.INPUT), 1, trace.steps());
            check("x", compare(oracle, actual, tensor(oracle.grad(), "x"), bound, true));
        }
        if (oracle.grad().has("logits")) {
            Tensor actual = trace.gradients(Site.head(Quantity.LOGITS), 1, trace.steps());
            check("logits", compare(oracle, actual, tensor(oracle.grad(), "logits"), bound, true));
        }
        initialStates(oracle, trace, bound);
    }

    private void initialStates(OracleCase oracle, Trace trace, Bound bound) {
        for (Quantity state : trace.network().cell().states()) {
            String name = state.id() + "0";
            if (!oracle.grad().has(name)) {
                continue;
            }
            double[] expected = OracleCase.flat(oracle.grad().get(name));
            List<Chain> chains = trace.network().chains();
            int size = expected.length / chains.size();
            for (int i = 0; i < chains.size(); i++) {
                int step = chains.get(i).direction().initialStep(trace.steps());
                Tensor actual = trace.gradients(chains.get(i).site(state), step, step);
                Tensor part = Tensor.copyOf(expected, i * size, size);
                check(name, whole(Tensor.of(actual.toArray(), size), part, bound));
            }
        }
    }

    private interface Bound {
        double of(double largest);
    }

    private static Tensor tensor(JsonObject object, String name) {
        return OracleCase.tensor(object.get(name));
    }

    /**
     * Compares h, c, dh, dc, pre-activations and gates of each layer, under the names of the reference; the last two only
     * where the batch is not packed, for a padded step does not define them.
     */
    private static void everyLayer(OracleCase oracle, JsonObject side, BiFunction<Site, Tensor, String> comparison) {
        boolean backward = side.equals(oracle.grad());
        for (JsonElement element : side.getAsJsonArray("layers")) {
            JsonObject layer = element.getAsJsonObject();
            boolean reverse = layer.get("direction").getAsString().equals("reverse");
            Chain chain = new Chain(layer.get("layer").getAsInt(), reverse ? Direction.REVERSE : Direction.FORWARD);
            for (Quantity quantity : oracle.network().cell().states()) {
                String name = (backward ? "d" : "") + quantity.id();
                if (layer.has(name)) {
                    check(name, comparison.apply(chain.site(quantity), tensor(layer, name)));
                }
            }
            if (!oracle.config().get("packed").getAsBoolean()) {
                inner(oracle, layer, chain, backward ? "dpre" : "pre", comparison);
                inner(oracle, layer, chain, "gates", comparison);
            }
        }
    }

    private static final Map<String, String> GATE_IDS = Map.of("tanh_c", "m", "hn_lin", "q");

    private static void inner(
            OracleCase oracle,
            JsonObject layer,
            Chain chain,
            String group,
            BiFunction<Site, Tensor, String> comparison) {
        if (!layer.has(group)) {
            return;
        }
        layer.getAsJsonObject(group).entrySet().forEach(each -> {
            Tensor expected = OracleCase.tensor(each.getValue());
            if (group.equals("gates")) {
                String id = GATE_IDS.getOrDefault(each.getKey(), each.getKey());
                Quantity gate = oracle.network().cell().quantity(id);
                check(each.getKey(), comparison.apply(chain.site(gate), expected));
            } else {
                check(each.getKey(), preActivation(oracle, chain, each.getKey(), expected, comparison));
            }
        });
    }

    /** A block of the pre-activation, compared through a tensor in which it stands at its place. */
    private static String preActivation(
            OracleCase oracle, Chain chain, String name, Tensor expected, BiFunction<Site, Tensor, String> comparison) {
        if (oracle.network().cell() instanceof Concat cell) {
            return comparison.apply(chain.site(cell.output()), expected);
        }
        for (Quantity quantity : oracle.network().cell().quantities()) {
            int block = quantity.blocks().indexOf(name);
            boolean whole = quantity.id().equals(name) || quantity.id().equals("a." + name);
            if (block >= 0 || whole) {
                return comparison.apply(chain.site(quantity), whole ? expected : spread(expected, quantity, block));
            }
        }
        return "no pre-activation " + name;
    }

    private static Tensor spread(Tensor part, Quantity quantity, int block) {
        int size = part.extent(2);
        int width = size * quantity.blockCount();
        double[] all = new double[part.extent(0) * part.extent(1) * width];
        Arrays.fill(all, IGNORED);
        for (int i = 0; i < part.size(); i++) {
            all[i / size * width + block * size + i % size] = part.at(i);
        }
        return Tensor.of(all, part.extent(0), part.extent(1), width);
    }

    private static final double IGNORED = Double.NEGATIVE_INFINITY;

    private static void check(String name, String difference) {
        assertTrue(difference.isEmpty(), name + ": " + difference);
    }

    private static String whole(Tensor actual, Tensor expected, Bound bound) {
        return slice(actual.toArray(), expected.toArray(), 0, expected.size(), bound);
    }

    /** Compares step by step where the case says so. */
    private static String compare(OracleCase oracle, Tensor actual, Tensor expected, Bound bound, boolean perStep) {
        boolean steps = perStep
                && oracle.json().getAsJsonObject("tolerance").get("per_step").getAsBoolean();
        int length = steps ? expected.size() / expected.extent(0) : expected.size();
        for (int from = 0; from < expected.size(); from += length) {
            String difference = slice(actual.toArray(), expected.toArray(), from, from + length, bound);
            if (!difference.isEmpty()) {
                return "step " + (from / length + 1) + ": " + difference;
            }
        }
        return "";
    }

    private static String slice(double[] actual, double[] expected, int from, int to, Bound bound) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = expected[i] == IGNORED ? largest : Math.max(largest, Math.abs(expected[i]));
        }
        for (int i = from; i < to; i++) {
            if (expected[i] != IGNORED && !(Math.abs(actual[i] - expected[i]) <= bound.of(largest))) {
                return "entry " + i + " is " + actual[i] + ", expected " + expected[i];
            }
        }
        return "";
    }
}
