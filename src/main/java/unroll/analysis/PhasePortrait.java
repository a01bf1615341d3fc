package unroll.analysis;

import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The way of a layer's h through two dimensions, and where the cell would take it from other places.
 *
 * @param chain the layer and its direction
 * @param row of the traced batch
 * @param axes what the two dimensions are
 * @param plane the dimensions
 * @param path h_0 … h_T in the plane, or h_{T+1} … h_1 in a layer that runs backwards, of shape [T + 1, 2]
 * @param flow empty for cells with more than one state, whose next h does not follow from h alone, and for more than
 *     {@link #MOST_FLOW_UNITS} units
 */
public record PhasePortrait(Chain chain, int row, Axes axes, Plane plane, Tensor path, Optional<Flow> flow) {
    /** Networks of up to so many units show their flow. */
    public static final int MOST_FLOW_UNITS = 64;

    private static final int GRID = 17;

    /** Room around the path, as a share of its extent. */
    private static final double MARGIN = 0.35;

    private static final double LEAST_EXTENT = 0.1;

    /** Which two dimensions are drawn. */
    public sealed interface Axes {
        /** The first two principal components of the path. */
        record Principal() implements Axes {}

        /** Two units, from 0. */
        record Units(int first, int second) implements Axes {}
    }

    /**
     * One step h → F(h, x̄) from a grid of places in the plane, the input held at its mean over the sequence.
     *
     * @param exact whether the plane holds all of h; otherwise it is a slice, and what leaves it is not seen
     * @param from of shape [n, 2], row by row of the grid
     * @param to where F goes, projected onto the plane, of shape [n, 2]
     * @param columns of the grid
     */
    public record Flow(boolean exact, Tensor from, Tensor to, int columns) {}

    /**
     * Measures one row of a trace; units that are not there fall back to the principal components.
     *
     * @return empty where a state is not finite
     */
    public static Optional<PhasePortrait> of(Trace trace, Chain chain, int row, Axes wanted) {
        Network network = trace.network();
        Site h = chain.site(network.cell().output());
        int units = trace.width(h);
        int first = chain.direction().initialStep(trace.steps());
        double[] states = new double[(trace.steps() + 1) * units];
        for (int i = 0; i < states.length; i++) {
            int t = first + i / units * chain.direction().stride();
            states[i] = trace.value(h, t, row, i % units);
        }
        Tensor points = Tensor.of(states, trace.steps() + 1, units);
        if (points.firstNonFinite() >= 0) {
            return Optional.empty();
        }
        Axes axes = wanted instanceof Axes.Units pair && Math.max(pair.first(), pair.second()) >= units
                ? new Axes.Principal()
                : wanted;
        Plane plane = axes instanceof Axes.Units pair
                ? Plane.ofUnits(points, pair.first(), pair.second())
                : Plane.principal(points);
        Tensor path = plane.project(points);
        boolean hasFlow = network.cell().states().size() == 1 && units <= MOST_FLOW_UNITS;
        Optional<Flow> flow = hasFlow ? Optional.of(flow(trace, chain, row, plane, path)) : Optional.empty();
        return Optional.of(new PhasePortrait(chain, row, axes, plane, path, flow));
    }

    private static Flow flow(Trace trace, Chain chain, int row, Plane plane, Tensor path) {
        Tensor from = grid(path);
        CellStep step = new CellStep(trace, chain, row, from.extent(0));
        Tensor to = step.run(new ChainInput(trace, chain).mean(row), plane.lift(from));
        return new Flow(plane.origin().size() <= 2, from, plane.project(to), GRID);
    }

    private static Tensor grid(Tensor path) {
        double[] points = new double[GRID * GRID * 2];
        for (int axis = 0; axis < 2; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int t = 0; t < path.extent(0); t++) {
                low = Math.min(low, path.at(t, axis));
                high = Math.max(high, path.at(t, axis));
            }
            double room = MARGIN * Math.max(high - low, LEAST_EXTENT);
            for (int i = 0; i < GRID * GRID; i++) {
                int place = axis == 0 ? i % GRID : i / GRID;
                points[2 * i + axis] = low - room + (high - low + 2 * room) * place / (GRID - 1);
            }
        }
        return Tensor.of(points, GRID * GRID, 2);
    }
}
