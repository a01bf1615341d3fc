package unroll.plot.lanes;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.debug.Knowledge;
import unroll.plot.Side;

/**
 * What is shown of one quantity of two networks.
 *
 * @param sides what is known at the cursor of each
 * @param row of the traced batch
 * @param laneId the quantity, such as {@code h}; a side that does not have it stays empty
 * @param viewport the shown columns
 * @param selected the ringed number; empty for none
 */
public record ComparedLanesView(
        Map<Side, Knowledge> sides, int row, String laneId, Viewport viewport, Optional<UnitTarget> selected) {
    public ComparedLanesView {
        sides = new EnumMap<>(sides);
    }

    /** The first row with all columns and nothing selected. */
    public static ComparedLanesView of(Knowledge a, Knowledge b, String laneId) {
        Viewport viewport = Viewport.whole(a.trace().steps());
        return new ComparedLanesView(Map.of(Side.A, a, Side.B, b), 0, laneId, viewport, Optional.empty());
    }

    public ComparedLanesView withViewport(Viewport other) {
        return new ComparedLanesView(sides, row, laneId, other, selected);
    }

    public ComparedLanesView withSelected(UnitTarget target) {
        return new ComparedLanesView(sides, row, laneId, viewport, Optional.of(target));
    }

    /** The quantities that can be compared: the lanes that both networks have. */
    public static List<Lane> comparable(Knowledge a, Knowledge b) {
        LaneList ofB = LaneList.of(b.trace().network());
        return LaneList.of(a.trace().network()).lanes().stream()
                .filter(lane -> ofB.find(lane.id()).isPresent())
                .toList();
    }

    Optional<LaneStrip> strip(Side side) {
        Knowledge knowledge = sides.get(side);
        return LaneList.of(knowledge.trace().network()).find(laneId).map(lane -> LaneStrip.of(lane, knowledge, row));
    }
}
