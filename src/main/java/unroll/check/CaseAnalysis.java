package unroll.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import unroll.analysis.Contributions;
import unroll.analysis.Jacobians;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.io.json.TensorJson;

/** What the reference format wants to know of a trace beyond values and gradients; of a single layer only. */
public record CaseAnalysis(Trace trace) {
    public boolean isDefined() {
        return trace.network().chains().size() == 1;
    }

    /** The object {@code contribution}: the gradient of each state's norms, split by the loss step; steps from 0. */
    public JsonObject contribution() {
        JsonObject json = new JsonObject();
        JsonArray lossSteps = new JsonArray();
        json.add("k", lossSteps);
        for (Quantity state : trace.network().cell().states()) {
            List<Contributions.Row> rows = Contributions.norms(trace, new Site(0, state));
            JsonArray lists = new JsonArray();
            rows.forEach(row -> lists.add(TensorJson.list(row.norms())));
            json.add(state.id(), lists);
            if (lossSteps.isEmpty()) {
                rows.forEach(row -> lossSteps.add(row.lossStep() - 1));
            }
        }
        return json;
    }

    /** The object {@code jacobian}, of the only row. */
    public JsonObject jacobian() {
        Jacobians jacobians = Jacobians.of(trace, 0, 0);
        int units = trace.network().hiddenSize();
        int states = trace.network().cell().states().size();
        JsonObject json = new JsonObject();
        Stack hidden = new Stack(trace.steps(), units);
        Stack all = new Stack(trace.steps(), units * states);
        for (int t = 1; t <= trace.steps(); t++) {
            hidden.add(t, jacobians.ofHidden(t));
            all.add(t, jacobians.ofState(t));
        }
        json.add("dh_dh", TensorJson.write(hidden.matrices()));
        json.add("singular_values", TensorJson.write(hidden.singularValues()));
        if (states > 1) {
            json.add("dstate_dstate", TensorJson.write(all.matrices()));
            json.add("dstate_singular_values", TensorJson.write(all.singularValues()));
        }
        json.add("product_2norm", TensorJson.list(jacobians.productNorms()));
        return json;
    }

    /** A square matrix for each step, and its singular values. */
    private static final class Stack {
        private final int steps;
        private final int size;
        private final double[] matrices;
        private final double[] singularValues;

        private Stack(int steps, int size) {
            this.steps = steps;
            this.size = size;
            this.matrices = new double[steps * size * size];
            this.singularValues = new double[steps * size];
        }

        private void add(int t, Tensor matrix) {
            matrix.copyTo(matrices, (t - 1) * size * size);
            Jacobians.singularValues(matrix).copyTo(singularValues, (t - 1) * size);
        }

        private Tensor matrices() {
            return Tensor.of(matrices, steps, size, size);
        }

        private Tensor singularValues() {
            return Tensor.of(singularValues, steps, size);
        }
    }
}
