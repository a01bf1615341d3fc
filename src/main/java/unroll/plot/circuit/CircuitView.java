package unroll.plot.circuit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.plot.lanes.UnitTarget;

/**
 * What of a circuit is shown. Each {@code with} gives a changed copy.
 *
 * @param plan of the cell
 * @param place which column is open
 * @param knowledge what is known at the cursor
 * @param pulse how far the current line's pulse has travelled, 0 … 1; empty for none
 * @param selected the ringed number; empty for none
 * @param highlighted ids of the quantities that are brought out
 */
public record CircuitView(
        CircuitPlan plan,
        Place place,
        Knowledge knowledge,
        OptionalDouble pulse,
        Optional<UnitTarget> selected,
        Set<String> highlighted) {
    /**
     * A column of the stage.
     *
     * @param chain the layer and its direction
     * @param t 1 … T
     * @param row of the traced batch
     */
    public record Place(Chain chain, int t, int row) {
        /** The column in which the line that has just run stands; what runs beside the layers stands over the top one. */
        public static Place at(Knowledge knowledge) {
            Network network = knowledge.trace().network();
            List<Chain> chains = network.chains();
            if (knowledge.cursor() == 0) {
                return new Place(chains.get(0), 1, 0);
            }
            Position position = knowledge.program().at(knowledge.cursor() - 1);
            boolean inLayer = !position.line().chain().isHead();
            Chain top = new Chain(network.layers() - 1, Direction.FORWARD);
            int t = position.phase() == Phase.UPDATE ? knowledge.trace().steps() : position.t();
            return new Place(inLayer ? position.line().chain() : top, t, 0);
        }

        /** The same column for another row of the batch. */
        public Place inRow(int other) {
            return new Place(chain, t, other);
        }

        /** The same cell at another step. */
        public Place atStep(int step) {
            return new Place(chain, step, row);
        }
    }

    public CircuitView {
        highlighted = Set.copyOf(highlighted);
    }

    /** A column without a pulse and with nothing selected. */
    public static CircuitView of(CircuitPlan plan, Place place, Knowledge knowledge) {
        return new CircuitView(plan, place, knowledge, OptionalDouble.empty(), Optional.empty(), Set.of());
    }

    /** The column of the line that has just run. */
    public static CircuitView of(Knowledge knowledge) {
        Place place = Place.at(knowledge);
        return of(CircuitPlan.of(knowledge.trace().network(), place.chain()), place, knowledge);
    }

    public CircuitView withPulse(double position) {
        return new CircuitView(plan, place, knowledge, OptionalDouble.of(position), selected, highlighted);
    }

    public CircuitView withSelected(UnitTarget target) {
        return new CircuitView(plan, place, knowledge, pulse, Optional.of(target), highlighted);
    }

    public CircuitView withHighlighted(Set<String> ids) {
        return new CircuitView(plan, place, knowledge, pulse, selected, ids);
    }
}
