package unroll.plot.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ViewportTest {
    @Test
    void fewStepsAreShownAsAWhole() {
        Viewport all = Viewport.readable(20, 3, 1000);
        assertEquals(Viewport.whole(20), all);
        assertTrue(all.isWhole() && all.contains(0) && all.contains(20));
    }

    @Test
    void manyStepsAreShownAroundTheCursor() {
        Viewport some = Viewport.readable(100, 50, 900);
        assertFalse(some.isWhole());
        assertTrue(some.first() < 45 && some.last() > 55, some.toString());
        assertEquals(0, Viewport.readable(100, 1, 900).first());
        assertEquals(100, Viewport.readable(100, 100, 900).last());
    }

    @Test
    void theViewMovesNoFurtherThanItMust() {
        Viewport view = new Viewport(10, 19, 100);
        assertEquals(view, view.showing(15));
        assertEquals(view, view.showing(17));
        assertEquals(new Viewport(11, 20, 100), view.showing(18));
        assertEquals(new Viewport(9, 18, 100), view.showing(11));
        assertEquals(new Viewport(0, 9, 100), view.showing(0));
        assertEquals(new Viewport(91, 100, 100), view.showing(100));
        assertEquals(new Viewport(4, 4, 9), new Viewport(0, 0, 9).showing(4));
    }

    @Test
    void columnsOutsideTheStepsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 5, 4));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(-1, 2, 4));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(3, 2, 4));
    }

    @Test
    void everyPlaceOfAColumnBelongsToItsStep() {
        ColumnLayout columns = ColumnLayout.of(1000, new Viewport(10, 29, 50));
        for (int t = 10; t <= 29; t++) {
            assertEquals(OptionalInt.of(t), columns.stepAt(columns.x(t) + 0.01));
            assertEquals(OptionalInt.of(t), columns.stepAt(columns.center(t)));
            assertEquals(OptionalInt.of(t), columns.stepAt(columns.x(t + 1) - 0.01));
        }
        assertEquals(OptionalInt.empty(), columns.stepAt(columns.left() - 0.01));
        assertEquals(OptionalInt.empty(), columns.stepAt(columns.right() + 0.01));
        assertEquals(columns.right(), columns.x(30), 1e-9);
    }

    @Test
    void aNarrowFigureStillHasColumns() {
        assertTrue(ColumnLayout.of(50, Viewport.whole(10)).pitch() > 0);
    }
}
