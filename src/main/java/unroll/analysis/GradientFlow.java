package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.cell.Cell;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * How large the gradient of each state of a layer is at every step, beside what theory allows.
 *
 * @param chain the layer and its direction
 * @param row of the traced batch
 * @param states h first
 * @param bound for the norms of h, where the cell has one
 */
public record GradientFlow(Chain chain, int row, List<State> states, Optional<Bound> bound) {
    public GradientFlow {
        states = List.copyOf(states);
    }

    /**
     * One state.
     *
     * @param norms ‖∂L/∂ the state‖ at t = 0 … T; in a layer that runs backwards at t = 1 … T + 1, with a 0 before them
     */
    public record State(Site site, Tensor norms) {}

    /**
     * A plain cell multiplies the gradient by at most γ ‖U‖ from one step to the one before (Pascanu, Mikolov and
     * Bengio 2013), and what the loss or the layer above adds at a step comes on top. With a loss at the last step alone
     * the bound is (γ ‖U‖)^(T − t) · ‖∂L/∂h_T‖.
     *
     * @param slope γ, the largest slope of the activation
     * @param sigmaMax of U
     * @param norms the largest that ‖∂L/∂h_t‖ can be, at the steps of the states' norms
     * @param fromLastStepOnly whether all of the gradient comes in at the layer's last step
     */
    public record Bound(double slope, double sigmaMax, Tensor norms, boolean fromLastStepOnly) {
        /** γ ‖U‖, the bound's factor for each step. */
        public double factor() {
            return slope * sigmaMax;
        }
    }

    /** Measures one row of a trace in a layer that runs from t = 1 to T. */
    public static GradientFlow of(Trace trace, int layer, int row) {
        return of(trace, new Chain(layer, Direction.FORWARD), row);
    }

    /** Measures one row of a trace. */
    public static GradientFlow of(Trace trace, Chain chain, int row) {
        List<State> states = new ArrayList<>();
        for (Quantity state : trace.network().cell().states()) {
            Site site = chain.site(state);
            double[] norms = new double[slots(trace, chain)];
            for (int t = chain.direction() == Direction.FORWARD ? 0 : 1; t < norms.length; t++) {
                norms[t] = trace.gradientNorm(site, t, row);
            }
            states.add(new State(site, Tensor.of(norms, norms.length)));
        }
        return new GradientFlow(chain, row, states, bound(trace, chain, row));
    }

    private static int slots(Trace trace, Chain chain) {
        return Math.max(trace.steps(), chain.direction().initialStep(trace.steps())) + 1;
    }

    /** Measures one row of a trace in every layer and direction, from the bottom. */
    public static List<GradientFlow> ofLayers(Trace trace, int row) {
        return trace.network().chains().stream()
                .map(chain -> of(trace, chain, row))
                .toList();
    }

    private static Optional<Bound> bound(Trace trace, Chain chain, int row) {
        Network network = trace.network();
        Cell cell = network.cell();
        if (!(cell instanceof Rnn rnn)) {
            return Optional.empty();
        }
        double slope = rnn.activation().largestSlope();
        double sigmaMax = Spectrum.sigmaMax(trace.parameters().tensor(chain.parameterName("weight_hh")));
        double[] direct = direct(trace, chain.site(cell.output()), row);
        int stride = chain.direction().stride();
        int last = chain.direction().finalStep(trace.steps());
        double[] norms = new double[slots(trace, chain)];
        norms[last] = direct[last];
        boolean fromLastStepOnly = true;
        for (int i = 1; i <= trace.steps(); i++) {
            int t = last - i * stride;
            int next = t + stride;
            boolean frozen = network.packed() && next > trace.length(row);
            boolean cut = trace.truncation().cuts(next, chain.direction(), trace.steps());
            double carried = frozen ? norms[next] : slope * sigmaMax * norms[next];
            norms[t] = direct[t] + (cut ? 0 : carried);
            fromLastStepOnly &= direct[t] == 0;
        }
        return Optional.of(new Bound(slope, sigmaMax, Tensor.of(norms, norms.length), fromLastStepOnly));
    }

    /** What a line adds to a state from within one step, or from the loss on the final state. */
    private record Inflow(ScheduledLine line, Section section) {}

    /** The norms of what comes in at each step from the loss or from the layer above, not from the step after. */
    private static double[] direct(Trace trace, Site state, int row) {
        List<Inflow> inflows = new ArrayList<>();
        for (Block block : Schedule.of(trace.network()).blocks(Phase.BACKWARD)) {
            block.lines().forEach(line -> addInflows(trace, line, state, inflows));
        }
        double[] norms = new double[trace.steps() + 2];
        double[] sum = new double[trace.width(state)];
        for (int t = 1; t <= trace.steps(); t++) {
            for (int unit = 0; unit < sum.length; unit++) {
                sum[unit] = 0;
                for (Inflow inflow : inflows) {
                    int ranAt = t - inflow.section().shift();
                    boolean ran = ranAt >= 1 && ranAt <= trace.steps();
                    int added = inflow.section().from() + unit;
                    sum[unit] += ran ? trace.increment(inflow.line(), ranAt, row, added) : 0;
                }
            }
            norms[t] = Norms.euclidean(sum, 0, sum.length);
        }
        return norms;
    }

    private static void addInflows(Trace trace, ScheduledLine line, Site state, List<Inflow> inflows) {
        if (line.line() instanceof VectorLine vector && !line.goesBack()) {
            trace.network().sections(line, vector.target(), trace.steps()).stream()
                    .filter(section -> section.site().equals(state))
                    .forEach(section -> inflows.add(new Inflow(line, section)));
        }
    }
}
