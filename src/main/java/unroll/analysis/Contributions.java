package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import unroll.core.model.Buffer;
import unroll.core.model.Execution;
import unroll.core.model.Site;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The gradient of a state split by the loss step that it comes from. The backward lines are linear in the gradient, so
 * the same lines run once for each loss step.
 */
public final class Contributions {
    private Contributions() {}

    /**
     * ‖∂L_k/∂q_t‖ for one loss step, over all rows and units.
     *
     * @param lossStep k
     * @param norms at t = 1 … k; later steps do not reach L_k
     */
    public record Row(int lossStep, Tensor norms) {}

    /** One row for each loss step, in order. Costs a backward pass each. */
    public static List<Row> norms(Trace trace, Site site) {
        Execution execution = trace.replay();
        List<Row> rows = new ArrayList<>();
        for (int k = 1; k <= trace.steps(); k++) {
            if (trace.hasLossAt(k)) {
                execution.backward(k);
                rows.add(new Row(k, norms(execution.gradients().get(site), k, trace.rows())));
            }
        }
        return rows;
    }

    private static Tensor norms(Buffer buffer, int lastStep, int rows) {
        double[] norms = new double[lastStep];
        for (int t = 1; t <= lastStep; t++) {
            double[] ofRows = new double[rows];
            for (int row = 0; row < rows; row++) {
                ofRows[row] = Norms.euclidean(buffer.data(), buffer.offset(t, row), buffer.width());
            }
            norms[t - 1] = Norms.euclidean(ofRows, 0, rows);
        }
        return Tensor.of(norms, lastStep);
    }
}
