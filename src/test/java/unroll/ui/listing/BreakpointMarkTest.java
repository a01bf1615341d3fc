package unroll.ui.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.debug.Breakpoint;

class BreakpointMarkTest {
    private static BreakpointMark of(Breakpoint... breakpoints) {
        return BreakpointMark.of(3, List.of(breakpoints));
    }

    @Test
    void theStrongestBreakpointOfTheLineIsShown() {
        Breakpoint always = Breakpoint.onLine(3);
        Breakpoint atStep = Breakpoint.at(3, 5);
        Breakpoint off = Breakpoint.at(3, 7).withEnabled(false);
        assertEquals(BreakpointMark.NONE, of());
        assertEquals(BreakpointMark.NONE, of(Breakpoint.onLine(2), Breakpoint.onStep(5)));
        assertEquals(BreakpointMark.OFF, of(off));
        assertEquals(BreakpointMark.AT_STEPS, of(off, atStep));
        assertEquals(BreakpointMark.AT_STEPS, of(atStep, off));
        assertEquals(BreakpointMark.ALWAYS, of(atStep, always, off));
    }
}
