package unroll.ui.state;

import java.util.Optional;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;

/**
 * A breakpoint that is being written in the form.
 *
 * @param breakpoint what the form begins with
 * @param replaces the breakpoint that is edited; empty for a new one
 */
public record BreakpointDraft(Breakpoint breakpoint, Optional<Breakpoint> replaces) {
    public static BreakpointDraft of(Breakpoint begun) {
        return new BreakpointDraft(begun, Optional.empty());
    }

    /** A new one on the line at which a debugger stands. */
    public static BreakpointDraft at(Debugger debugger) {
        int line = debugger.current()
                .or(debugger::next)
                .map(here -> here.line().number())
                .orElse(1);
        return of(Breakpoint.onLine(line));
    }

    public static BreakpointDraft editing(Breakpoint existing) {
        return new BreakpointDraft(existing, Optional.of(existing));
    }
}
