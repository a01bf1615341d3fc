package unroll.lesson;

import java.util.OptionalDouble;
import unroll.analysis.Routes;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;

/** What layers on one another, and layers that run both ways, do. */
final class Depth {
    private final Knowledge knowledge;
    private final Trace trace;
    private Routes routes;

    Depth(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.trace = knowledge.trace();
    }

    /**
     * The state of a layer; one that the network may not have.
     *
     * @param mark the layer from 1 and its direction, such as {@code @2} or {@code @1:rev}
     */
    Site state(String mark) {
        String[] words = mark.substring(1).split(":", 2);
        Direction direction = words.length > 1 ? Direction.REVERSE : Direction.FORWARD;
        return new Chain(Integer.parseInt(words[0]) - 1, direction)
                .site(trace.network().cell().output());
    }

    /** The largest stretch of the route from layer 1 at t = 1 to layer 2 at t = T that goes up at a step. */
    OptionalDouble route(int up) {
        return areKnown() ? OptionalDouble.of(routes().stretch(up)) : OptionalDouble.empty();
    }

    /** That of all these routes together. */
    OptionalDouble allRoutes() {
        return areKnown() ? OptionalDouble.of(routes().totalStretch()) : OptionalDouble.empty();
    }

    private boolean areKnown() {
        Site above = state("@2");
        return trace.network().cell().states().size() == 1
                && trace.network().directions().size() == 1
                && trace.sites().contains(above)
                && knowledge.isKnown(above, trace.steps());
    }

    /** Found once: it takes the Jacobians of all steps. */
    private Routes routes() {
        if (routes == null) {
            routes = Routes.of(trace, 0, 1, 0);
        }
        return routes;
    }
}
