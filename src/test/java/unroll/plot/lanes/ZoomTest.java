package unroll.plot.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ZoomTest {
    private static Viewport view(int steps, int first, int count) {
        int shown = Math.min(count, steps + 1);
        return new Viewport(0, shown - 1, steps).startingAt(first);
    }

    @Property
    void theAnchorStaysInSightAndTheStepsAreKept(
            @ForAll @IntRange(max = 784) int steps,
            @ForAll @IntRange(max = 784) int first,
            @ForAll @IntRange(min = 1, max = 785) int count,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
            @ForAll @IntRange(max = 784) int anchor) {
        Viewport before = view(steps, first, count);
        Viewport after = before.zoomed(factor, anchor);
        assertEquals(steps, after.steps());
        if (before.contains(anchor)) {
            assertTrue(after.contains(anchor), before + " by " + factor + " at " + anchor + " gives " + after);
        }
    }

    @Property
    void everyZoomShowsFewerOrMoreUntilThereAreNone(
            @ForAll @IntRange(min = 4, max = 784) int steps, @ForAll @IntRange(max = 784) int anchor) {
        Viewport view = Viewport.whole(steps);
        for (int i = 0; view.count() > 4; i++) {
            Viewport closer = view.zoomed(0.9, anchor);
            assertTrue(closer.count() < view.count() && i < 1000, closer.toString());
            view = closer;
        }
        for (int i = 0; !view.isWhole(); i++) {
            Viewport wider = view.zoomed(1.1, anchor);
            assertTrue(wider.count() > view.count() && i < 1000, wider.toString());
            view = wider;
        }
        assertEquals(Viewport.whole(steps), view.zoomed(1.1, anchor));
    }
}
