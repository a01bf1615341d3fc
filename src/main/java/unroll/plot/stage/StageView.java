package unroll.plot.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.debug.Convention;
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
 * @param placing to a stage that it is compared with
 */
public record StageView(
        Knowledge knowledge,
        int row,
        Viewport viewport,
        OptionalDouble pulse,
        Optional<UnitTarget> selected,
        Set<String> highlighted,
        Placing placing,
        Convention convention) {
    public StageView {
        highlighted = Set.copyOf(highlighted);
    }

    /** The first row, all columns, no pulse and nothing selected. */
    public static StageView of(Knowledge knowledge) {
        Viewport viewport = Viewport.whole(knowledge.trace().steps());
        return new StageView(
                knowledge,
                0,
                viewport,
                OptionalDouble.empty(),
                Optional.empty(),
                Set.of(),
                Placing.ALONE,
                Convention.TEXTBOOK);
    }

    /** The same look at what is known elsewhere in the program. */
    public StageView at(Knowledge other) {
        return new StageView(other, row, viewport, pulse, selected, highlighted, placing, convention);
    }

    public StageView withRow(int newRow) {
        return new StageView(knowledge, newRow, viewport, pulse, selected, highlighted, placing, convention);
    }

    public StageView withViewport(Viewport other) {
        return new StageView(knowledge, row, other, pulse, selected, highlighted, placing, convention);
    }

    public StageView withPulse(double position) {
        return new StageView(
                knowledge, row, viewport, OptionalDouble.of(position), selected, highlighted, placing, convention);
    }

    public StageView withSelected(UnitTarget target) {
        return new StageView(knowledge, row, viewport, pulse, Optional.of(target), highlighted, placing, convention);
    }

    public StageView withHighlighted(Set<String> ids) {
        return new StageView(knowledge, row, viewport, pulse, selected, ids, placing, convention);
    }

    public StageView withPlacing(Placing other) {
        return new StageView(knowledge, row, viewport, pulse, selected, highlighted, other, convention);
    }

    public StageView withConvention(Convention other) {
        return new StageView(knowledge, row, viewport, pulse, selected, highlighted, placing, other);
    }
}
