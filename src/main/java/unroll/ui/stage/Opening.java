package unroll.ui.stage;

import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.plot.Hit;
import unroll.plot.circuit.CircuitView.Place;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.stage.EdgeTarget;
import unroll.plot.stage.StepTarget;

/** Which cell opens when something on the stage is chosen. */
final class Opening {
    private Opening() {}

    /** The cell of a vector; over outputs and losses the top one, at a step's number the current line's. */
    static Optional<Place> of(Hit.Target target, Knowledge knowledge) {
        if (target instanceof UnitTarget unit) {
            return Optional.of(place(unit.site().chain(), unit.t(), knowledge));
        }
        if (target instanceof EdgeTarget edge) {
            return Optional.of(place(edge.site().chain(), edge.t(), knowledge));
        }
        if (target instanceof StepTarget step) {
            return Optional.of(place(Place.at(knowledge).chain(), step.t(), knowledge));
        }
        return Optional.empty();
    }

    private static Place place(Chain chain, int t, Knowledge knowledge) {
        Network network = knowledge.trace().network();
        int step = Math.max(1, Math.min(knowledge.trace().steps(), t));
        Chain top = new Chain(network.layers() - 1, Direction.FORWARD);
        return new Place(chain.isHead() ? top : chain, step, 0);
    }
}
