package unroll.plot.circuit;

import unroll.core.model.Phase;
import unroll.debug.Knowledge;
import unroll.debug.Vocabulary;
import unroll.plot.Box;
import unroll.plot.Size;
import unroll.plot.stage.StageHeader;

/**
 * An opened cell at a size: its numbers and where they stand.
 *
 * @param view what is shown
 * @param cell the numbers
 * @param layout their places
 */
record Figure(CircuitView view, OpenCell cell, CircuitLayout layout) {
    private static final double MARGIN = 16;

    /**
     * Lays a cell out below the header.
     *
     * @param size without the key
     */
    static Figure of(CircuitView view, OpenCell cell, Signs signs, Size size) {
        double top = StageHeader.HEIGHT + MARGIN / 2;
        Box area = new Box(
                MARGIN, top, Math.max(1, size.width() - 2 * MARGIN), Math.max(1, size.height() - top - MARGIN / 2));
        return new Figure(view, cell, CircuitLayout.of(view.plan(), signs, area));
    }

    Circuit circuit() {
        return view.plan().circuit();
    }

    Knowledge knowledge() {
        return view.knowledge();
    }

    Vocabulary vocabulary() {
        return new Vocabulary(knowledge().trace().network());
    }

    /** Whether gradients are on their way. */
    static boolean isBackward(Knowledge knowledge) {
        return knowledge.cursor() > knowledge.program().start(Phase.BACKWARD);
    }
}
