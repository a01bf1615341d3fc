package unroll.plot.lanes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import unroll.debug.Knowledge;

/**
 * What the lanes show. Each {@code with} gives a changed copy.
 *
 * @param knowledge what is known at the cursor
 * @param row of the traced batch
 * @param lanes from top to bottom
 * @param viewport the shown columns
 * @param selected the ringed number; empty for none
 * @param highlighted ids of the lanes whose labels are brought out
 */
public record LanesView(
        Knowledge knowledge,
        int row,
        List<Lane> lanes,
        Viewport viewport,
        Optional<UnitTarget> selected,
        Set<String> highlighted) {
    public LanesView {
        lanes = List.copyOf(lanes);
        highlighted = Set.copyOf(highlighted);
    }

    /** The first row with the lanes that are shown until the user chooses, all columns, and nothing selected. */
    public static LanesView of(Knowledge knowledge) {
        List<Lane> lanes = LaneList.of(knowledge.trace().network()).shownAtFirst();
        Viewport viewport = Viewport.whole(knowledge.trace().steps());
        return new LanesView(knowledge, 0, lanes, viewport, Optional.empty(), Set.of());
    }

    public LanesView withRow(int newRow) {
        return new LanesView(knowledge, newRow, lanes, viewport, selected, highlighted);
    }

    public LanesView withLanes(List<Lane> others) {
        return new LanesView(knowledge, row, others, viewport, selected, highlighted);
    }

    public LanesView withViewport(Viewport other) {
        return new LanesView(knowledge, row, lanes, other, selected, highlighted);
    }

    public LanesView withSelected(UnitTarget target) {
        return new LanesView(knowledge, row, lanes, viewport, Optional.of(target), highlighted);
    }

    public LanesView withHighlighted(Set<String> ids) {
        return new LanesView(knowledge, row, lanes, viewport, selected, ids);
    }
}
