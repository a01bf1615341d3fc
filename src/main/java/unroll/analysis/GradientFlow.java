package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.cell.Cell;
import unroll.core.cell.Rnn;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * How large the gradient of each state of a layer is at every step, beside what theory allows.
 *
 * @param layer from 0
 * @param row of the traced batch
 * @param states h first
 * @param bound for the norms of h, where the cell has one
 */
public record GradientFlow(int layer, int row, List<State> states, Optional<Bound> bound) {
    public GradientFlow {
        states = List.copyOf(states);
    }

    /**
     * One state.
     *
     * @param norms ‖∂L/∂ the state‖ at t = 0 … T
     */
    public record State(Site site, Tensor norms) {}

    /**
     * A plain cell multiplies the gradient by at most γ σ_max(U) from one step to the one before (Pascanu, Mikolov and
     * Bengio 2013), and what the loss or the layer above adds at a step comes on top. With a loss at the last step alone
     * the bound is (γ σ_max(U))^(T − t) · ‖∂L/∂h_T‖.
     *
     * @param slope γ, the largest slope of the activation
     * @param sigmaMax of U
     * @param norms the largest that ‖∂L/∂h_t‖ can be, at t = 0 … T
     * @param fromLastStepOnly whether all of the gradient comes in at T
     */
    public record Bound(double slope, double sigmaMax, Tensor norms, boolean fromLastStepOnly) {
        /** γ σ_max(U), the bound's factor for each step. */
        public double factor() {
            return slope * sigmaMax;
        }
    }

    /** Measures one row of a trace. */
    public static GradientFlow of(Trace trace, int layer, int row) {
        List<State> states = new ArrayList<>();
        for (Quantity state : trace.network().cell().states()) {
            Site site = new Site(layer, state);
            double[] norms = new double[trace.steps() + 1];
            for (int t = 0; t < norms.length; t++) {
                norms[t] = trace.gradientNorm(site, t, row);
            }
            states.add(new State(site, Tensor.of(norms, norms.length)));
        }
        return new GradientFlow(layer, row, states, bound(trace, layer, row));
    }

    /** Measures one row of a trace in every layer, from the bottom. */
    public static List<GradientFlow> ofLayers(Trace trace, int row) {
        return IntStream.range(0, trace.network().layers())
                .mapToObj(layer -> of(trace, layer, row))
                .toList();
    }

    private static Optional<Bound> bound(Trace trace, int layer, int row) {
        Network network = trace.network();
        Cell cell = network.cell();
        if (!(cell instanceof Rnn rnn)) {
            return Optional.empty();
        }
        double slope = rnn.activation().largestSlope();
        double sigmaMax = Spectrum.sigmaMax(trace.parameters().tensor("weight_hh_l" + layer));
        double[] direct = direct(trace, new Site(layer, cell.output()), row);
        double[] norms = new double[trace.steps() + 1];
        norms[trace.steps()] = direct[trace.steps()];
        boolean fromLastStepOnly = true;
        for (int t = trace.steps() - 1; t >= 0; t--) {
            boolean frozen = network.packed() && t + 1 > trace.length(row);
            norms[t] = direct[t] + (frozen ? 1 : slope * sigmaMax) * norms[t + 1];
            fromLastStepOnly &= direct[t] == 0;
        }
        return Optional.of(new Bound(slope, sigmaMax, Tensor.of(norms, norms.length), fromLastStepOnly));
    }

    /** The norms of what comes in at each step from the loss or from the layer above, not from the step after. */
    private static double[] direct(Trace trace, Site state, int row) {
        List<ScheduledLine> lines = new ArrayList<>();
        for (Block block : Schedule.of(trace.network()).blocks(Phase.BACKWARD)) {
            block.lines().stream()
                    .filter(line -> addsWithinStep(trace.network(), line, state))
                    .forEach(lines::add);
        }
        double[] norms = new double[trace.steps() + 1];
        double[] sum = new double[trace.width(state)];
        for (int t = 1; t < norms.length; t++) {
            for (int unit = 0; unit < sum.length; unit++) {
                sum[unit] = 0;
                for (ScheduledLine line : lines) {
                    sum[unit] += trace.increment(line, t, row, unit);
                }
            }
            norms[t] = Norms.euclidean(sum, 0, sum.length);
        }
        return norms;
    }

    private static boolean addsWithinStep(Network network, ScheduledLine line, Site state) {
        return line.line() instanceof VectorLine vector
                && vector.target().shift() == 0
                && network.site(line.layer(), vector.target().quantity()).equals(state);
    }
}
