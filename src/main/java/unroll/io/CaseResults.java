package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import unroll.core.cell.Concat;
import unroll.core.model.Chain;
import unroll.core.model.Head;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.io.CaseFile.Amount;
import unroll.io.json.TensorJson;

/**
 * What a trace computed of a case, under the names of the reference format.
 *
 * @param detail how much of it
 */
public record CaseResults(Trace trace, Amount detail) {
    private static final String PRE_ACTIVATION = "a";
    private static final Map<String, String> REFERENCE_NAMES = Map.of("m", "tanh_c", "q", "hn_lin");

    /** The object {@code forward}. */
    public JsonObject forward() {
        Network network = trace.network();
        JsonObject forward = new JsonObject();
        JsonArray layers = new JsonArray();
        network.chains().forEach(chain -> layers.add(forwardLayer(chain)));
        forward.add("layers", layers);
        forward.add("logits", TensorJson.write(values(Site.head(Quantity.LOGITS))));
        if (network.head() != Head.LINEAR) {
            forward.add(
                    "outputs", TensorJson.write(values(Site.head(network.head().output()))));
        }
        if (network.loss().atEveryStep()) {
            JsonArray losses = new JsonArray();
            for (int t = 1; t <= trace.steps(); t++) {
                losses.add(TensorJson.number(trace.stepLoss(t)));
            }
            forward.add("step_losses", losses);
            forward.addProperty("step_weight", network.loss().stepWeight(trace.steps()));
        } else {
            forward.add("y_last", TensorJson.write(lastOutput(network)));
        }
        forward.addProperty("loss", TensorJson.number(trace.loss()));
        return forward;
    }

    /** The object {@code grad}. */
    public JsonObject grad() {
        Network network = trace.network();
        JsonObject grad = new JsonObject();
        JsonObject params = new JsonObject();
        for (ParameterLayout.Entry entry : trace.parameters().layout().entries()) {
            params.add(entry.name(), TensorJson.write(trace.parameterGradient(entry.name())));
        }
        grad.add("params", params);
        network.cell().states().forEach(state -> grad.add(state.id() + "0", initialStates(state)));
        JsonArray layers = new JsonArray();
        network.chains().forEach(chain -> layers.add(gradLayer(chain)));
        grad.add("layers", layers);
        if (detail == Amount.FULL) {
            grad.add("x", TensorJson.write(gradients(new Site(0, Quantity.INPUT))));
            grad.add("logits", TensorJson.write(gradients(Site.head(Quantity.LOGITS))));
        }
        return grad;
    }

    private Tensor lastOutput(Network network) {
        Tensor last = trace.values(Site.head(network.readByLoss()), trace.steps(), trace.steps());
        return Tensor.of(last.toArray(), trace.rows(), network.outputSize());
    }

    private Tensor values(Site site) {
        return trace.values(site, 1, trace.steps());
    }

    private Tensor gradients(Site site) {
        return trace.gradients(site, 1, trace.steps());
    }

    private static JsonObject layer(Chain chain) {
        JsonObject json = new JsonObject();
        json.addProperty("layer", chain.layer());
        json.addProperty("direction", Words.ofConstant(chain.direction()));
        return json;
    }

    private JsonObject forwardLayer(Chain chain) {
        JsonObject json = layer(chain);
        JsonObject pre = new JsonObject();
        JsonObject gates = new JsonObject();
        for (Quantity quantity : trace.network().cell().quantities()) {
            Tensor values = values(chain.site(quantity));
            if (quantity.carried()) {
                json.add(quantity.id(), TensorJson.write(values));
            }
            if (isPreActivation(quantity)) {
                addBlocks(pre, quantity, values);
            } else if (isInner(quantity)) {
                String name = REFERENCE_NAMES.getOrDefault(quantity.id(), quantity.id());
                gates.add(name, TensorJson.write(values));
            }
        }
        if (detail == Amount.FULL) {
            json.add("pre", pre);
            if (gates.size() > 0) {
                json.add("gates", gates);
            }
        }
        return json;
    }

    private JsonObject gradLayer(Chain chain) {
        JsonObject json = layer(chain);
        JsonObject pre = new JsonObject();
        for (Quantity quantity : trace.network().cell().quantities()) {
            Site site = chain.site(quantity);
            if (quantity.carried()) {
                json.add("d" + quantity.id() + "_norm", norms(site));
                if (detail != Amount.NORMS) {
                    json.add("d" + quantity.id(), TensorJson.write(gradients(site)));
                }
            }
            if (isPreActivation(quantity)) {
                addBlocks(pre, quantity, gradients(site));
            }
        }
        if (detail == Amount.FULL) {
            json.add("dpre", pre);
        }
        return json;
    }

    private JsonArray norms(Site site) {
        JsonArray norms = new JsonArray();
        for (int t = 1; t <= trace.steps(); t++) {
            norms.add(TensorJson.number(trace.gradientNorm(site, t)));
        }
        return norms;
    }

    /** A quantity that the format has a name for among the gates; s and u it leaves out. */
    private static boolean isInner(Quantity quantity) {
        return quantity.reach() == Quantity.Reach.INNER && !quantity.id().equals("s");
    }

    /** What a cell's function acts on; the concat cell has no function, and its state counts as both. */
    private boolean isPreActivation(Quantity quantity) {
        if (trace.network().cell() instanceof Concat && quantity.carried()) {
            return true;
        }
        return quantity.id().equals(PRE_ACTIVATION) || quantity.id().startsWith(PRE_ACTIVATION + ".");
    }

    /** One tensor for each block, named by it; {@code a.n} is block n in a vector of its own. */
    private static void addBlocks(JsonObject json, Quantity quantity, Tensor values) {
        if (quantity.blocks().isEmpty()) {
            String id = quantity.carried() ? PRE_ACTIVATION : quantity.id();
            json.add(id.substring(id.indexOf('.') + 1), TensorJson.write(values));
            return;
        }
        int width = values.extent(2) / quantity.blockCount();
        for (int block = 0; block < quantity.blockCount(); block++) {
            json.add(quantity.blocks().get(block), TensorJson.write(columns(values, block * width, width)));
        }
    }

    private static Tensor columns(Tensor values, int first, int width) {
        int rows = values.extent(0) * values.extent(1);
        double[] columns = new double[rows * width];
        for (int row = 0; row < rows; row++) {
            values.copyTo(row * values.extent(2) + first, width, columns, row * width);
        }
        return Tensor.of(columns, values.extent(0), values.extent(1), width);
    }

    /** Gradients of a state before the first step, of shape [layers · directions, rows, H]. */
    private JsonObject initialStates(Quantity state) {
        List<Chain> chains = trace.network().chains();
        int units = trace.network().hiddenSize();
        int size = trace.rows() * units;
        double[] all = new double[chains.size() * size];
        for (int i = 0; i < chains.size(); i++) {
            int step = chains.get(i).direction().initialStep(trace.steps());
            trace.gradients(chains.get(i).site(state), step, step).copyTo(all, i * size);
        }
        return TensorJson.write(Tensor.of(all, chains.size(), trace.rows(), units));
    }
}
