package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import unroll.core.model.LossSpec.At;
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
        for (int layer = 0; layer < network.layers(); layer++) {
            layers.add(forwardLayer(layer));
        }
        forward.add("layers", layers);
        forward.add("logits", TensorJson.write(values(Site.head(Quantity.LOGITS))));
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
        for (int layer = 0; layer < network.layers(); layer++) {
            layers.add(gradLayer(layer));
        }
        grad.add("layers", layers);
        if (detail == Amount.FULL) {
            grad.add("x", TensorJson.write(gradients(new Site(0, Quantity.INPUT))));
            grad.add("logits", TensorJson.write(gradients(Site.head(Quantity.LOGITS))));
        }
        return grad;
    }

    private Tensor lastOutput(Network network) {
        Quantity read = network.loss().at() == At.FINAL_STATE ? Quantity.FINAL_LOGITS : Quantity.LOGITS;
        Tensor last = trace.values(Site.head(read), trace.steps(), trace.steps());
        return Tensor.of(last.toArray(), trace.rows(), network.outputSize());
    }

    private Tensor values(Site site) {
        return trace.values(site, 1, trace.steps());
    }

    private Tensor gradients(Site site) {
        return trace.gradients(site, 1, trace.steps());
    }

    private static JsonObject layer(int layer) {
        JsonObject json = new JsonObject();
        json.addProperty("layer", layer);
        json.addProperty("direction", "forward");
        return json;
    }

    private JsonObject forwardLayer(int layer) {
        JsonObject json = layer(layer);
        JsonObject pre = new JsonObject();
        JsonObject gates = new JsonObject();
        for (Quantity quantity : trace.network().cell().quantities()) {
            Tensor values = values(new Site(layer, quantity));
            if (quantity.carried()) {
                json.add(quantity.id(), TensorJson.write(values));
            } else if (isPreActivation(quantity)) {
                addBlocks(pre, quantity, values);
            } else {
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

    private JsonObject gradLayer(int layer) {
        JsonObject json = layer(layer);
        JsonObject pre = new JsonObject();
        for (Quantity quantity : trace.network().cell().quantities()) {
            Site site = new Site(layer, quantity);
            if (quantity.carried()) {
                json.add("d" + quantity.id() + "_norm", norms(site));
                if (detail != Amount.NORMS) {
                    json.add("d" + quantity.id(), TensorJson.write(gradients(site)));
                }
            } else if (isPreActivation(quantity)) {
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

    private static boolean isPreActivation(Quantity quantity) {
        return quantity.id().equals(PRE_ACTIVATION) || quantity.id().startsWith(PRE_ACTIVATION + ".");
    }

    /** One tensor for each block, named by it; {@code a.n} is block n in a vector of its own. */
    private static void addBlocks(JsonObject json, Quantity quantity, Tensor values) {
        if (quantity.blocks().isEmpty()) {
            String id = quantity.id();
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

    /** Gradients of a state before the first step, of shape [layers, rows, H]. */
    private JsonObject initialStates(Quantity state) {
        int layers = trace.network().layers();
        int size = trace.rows() * trace.network().hiddenSize();
        double[] all = new double[layers * size];
        for (int layer = 0; layer < layers; layer++) {
            trace.gradients(new Site(layer, state), 0, 0).copyTo(all, layer * size);
        }
        return TensorJson.write(
                Tensor.of(all, layers, trace.rows(), trace.network().hiddenSize()));
    }
}
