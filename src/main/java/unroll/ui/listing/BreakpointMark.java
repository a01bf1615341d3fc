package unroll.ui.listing;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import unroll.debug.Breakpoint;

/** What the gutter shows beside a line. */
enum BreakpointMark {
    NONE,
    /** Stops here at every step. */
    ALWAYS,
    /** Stops here at some steps only, or when a condition holds. */
    AT_STEPS,
    /** Has a breakpoint that is switched off. */
    OFF;

    /** The mark of a line of the listing; breakpoints on a step alone belong to no line. */
    static BreakpointMark of(int line, List<Breakpoint> breakpoints) {
        BreakpointMark mark = NONE;
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.line() != line) {
                continue;
            }
            if (breakpoint.enabled() && isAlways(breakpoint)) {
                return ALWAYS;
            }
            mark = breakpoint.enabled() ? AT_STEPS : mark == NONE ? OFF : mark;
        }
        return mark;
    }

    private static boolean isAlways(Breakpoint breakpoint) {
        return breakpoint.t() == Breakpoint.ANY
                && breakpoint.layer() == Breakpoint.ANY
                && breakpoint.condition().isEmpty();
    }

    /** Such as {@code :breakpoint-at-steps}. */
    PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(
                "breakpoint-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
