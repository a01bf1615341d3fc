package unroll.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.ParameterLine;
import unroll.core.op.ParameterLine.Share;
import unroll.core.op.VectorRef;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The gradient of one parameter as the sum of its shares over time: step t adds δ_t vᵀ, summed over the rows. Shares are
 * not kept in a trace; they are computed again from the gradients that are.
 *
 * @param entry the parameter
 */
public record GradientShares(Trace trace, Entry entry) {
    private record Use(ScheduledLine line, Share share) {}

    /** The shares of a parameter by its name, such as {@code weight_hh_l0}. */
    public static GradientShares of(Trace trace, String parameter) {
        return new GradientShares(trace, trace.parameters().layout().entry(parameter));
    }

    /** What step t alone adds, in the parameter's shape. */
    public Tensor at(int t) {
        double[] sum = new double[entry.size()];
        addTo(sum, t, uses());
        return Tensor.of(sum, entry.shape());
    }

    /** What some steps add together. */
    public Tensor at(List<Integer> steps) {
        double[] sum = new double[entry.size()];
        List<Use> uses = uses();
        steps.forEach(t -> addTo(sum, t, uses));
        return Tensor.of(sum, entry.shape());
    }

    /** The Frobenius norm of each step's share, index t − 1; for one row computed as ‖δ_t‖ ‖v‖ without the matrix. */
    public Tensor norms() {
        double[] norms = new double[trace.steps()];
        List<Use> uses = uses();
        double[] sum = new double[trace.rows() == 1 ? 0 : entry.size()];
        for (int t = 1; t <= norms.length; t++) {
            if (trace.rows() == 1) {
                norms[t - 1] = normOfOneRow(t, uses);
            } else {
                Arrays.fill(sum, 0);
                addTo(sum, t, uses);
                norms[t - 1] = Norms.euclidean(sum, 0, sum.length);
            }
        }
        return Tensor.of(norms, norms.length);
    }

    private List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        for (Block block : Schedule.of(trace.network()).blocks(Phase.BACKWARD)) {
            for (ScheduledLine line : block.lines()) {
                if (line.line() instanceof ParameterLine parameters) {
                    parameters.shares().stream()
                            .filter(share ->
                                    line.parameterName(share.parameter()).equals(entry.name()))
                            .forEach(share -> uses.add(new Use(line, share)));
                }
            }
        }
        return uses;
    }

    /** The blocks of rows that different uses write do not overlap, so their squares add. */
    private double normOfOneRow(int t, List<Use> uses) {
        double[] norms = new double[uses.size()];
        for (int i = 0; i < norms.length; i++) {
            Use use = uses.get(i);
            if (runs(t, 0)) {
                double[] delta = vector(use, use.share().source(), t, 0, true);
                double factor =
                        use.share().isBias() ? 1 : norm(vector(use, use.share().vector(), t, 0, false));
                norms[i] = norm(delta) * factor;
            }
        }
        return norm(norms);
    }

    private static double norm(double[] vector) {
        return Norms.euclidean(vector, 0, vector.length);
    }

    /** A packed row adds nothing past its length. */
    private boolean runs(int t, int row) {
        Network network = trace.network();
        boolean past = network.packed() && entry.layer() != Site.HEAD && t > trace.length(row);
        return !past && (entry.layer() != Site.HEAD || trace.hasLossAt(t));
    }

    private void addTo(double[] sum, int t, List<Use> uses) {
        int columns = Math.max(1, entry.columns());
        int blockRows = entry.rows() / entry.blocks();
        for (Use use : uses) {
            int first = use.share().parameter().firstBlock() * blockRows * columns;
            for (int row = 0; row < trace.rows(); row++) {
                if (runs(t, row)) {
                    double[] delta = vector(use, use.share().source(), t, row, true);
                    double[] factor = use.share().isBias()
                            ? new double[] {1}
                            : vector(use, use.share().vector(), t, row, false);
                    for (int i = 0; i < delta.length; i++) {
                        for (int j = 0; j < columns; j++) {
                            sum[first + i * columns + j] += delta[i] * factor[j];
                        }
                    }
                }
            }
        }
    }

    private double[] vector(Use use, VectorRef vector, int t, int row, boolean gradient) {
        List<Section> sections = trace.network().sections(use.line(), vector, trace.steps());
        Section last = sections.get(sections.size() - 1);
        double[] values = new double[last.from() + last.width()];
        for (Section section : sections) {
            int at = t + section.shift();
            for (int unit = 0; unit < section.width(); unit++) {
                values[section.from() + unit] = gradient
                        ? trace.gradient(section.site(), at, row, unit)
                        : trace.value(section.site(), at, row, unit);
            }
        }
        int units = values.length / vector.quantity().blockCount();
        int first = vector.block() * units;
        return vector.block() == VectorRef.WHOLE ? values : Arrays.copyOfRange(values, first, first + units);
    }
}
