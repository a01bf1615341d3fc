package unroll.plot.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.debug.Knowledge;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.Viewport;

/**
 * What the stage shows. Each {@code with} gives a changed copy.
 *
 * @param knowledge what is known at the cursor
 * @param row of the traced batch
 * @param viewport the shown columns
 * @param pulse how far the current line's pulse has travelled, 0 … 1; empty for none
 * @param selected the ringed number; empty for none
 * @param highlighted ids of the quantities whose cells are brought out
 * @param keyed whether the map of all steps and the key of signs stand below; a stage above another needs neither
 */
public record StageView(
        Knowledge knowledge,
        int row,
        Viewport viewport,
        OptionalDouble pulse,
        Optional<UnitTarget> selected,
        Set<String> highlighted,
        boolean keyed) {
    public StageView {
        highlighted = Set.copyOf(highlighted);
    }

    /** The first row, all columns, no pulse and nothing selected. */
    public static StageView of(Knowledge knowledge) {
        Viewport viewport = Viewport.whole(knowledge.trace().steps());
        return new StageView(knowledge, 0, viewport, OptionalDouble.empty(), Optional.empty(), Set.of(), true);
    }

    public StageView withRow(int newRow) {
        return new StageView(knowledge, newRow, viewport, pulse, selected, highlighted, keyed);
    }

    public StageView withViewport(Viewport other) {
        return new StageView(knowledge, row, other, pulse, selected, highlighted, keyed);
    }

    public StageView withPulse(double position) {
        return new StageView(knowledge, row, viewport, OptionalDouble.of(position), selected, highlighted, keyed);
    }

    public StageView withSelected(UnitTarget target) {
        return new StageView(knowledge, row, viewport, pulse, Optional.of(target), highlighted, keyed);
    }

    public StageView withHighlighted(Set<String> ids) {
        return new StageView(knowledge, row, viewport, pulse, selected, ids, keyed);
    }

    public StageView withoutKey() {
        return new StageView(knowledge, row, viewport, pulse, selected, highlighted, false);
    }
}
