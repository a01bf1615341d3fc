package unroll.ui.transport;

import java.util.Collection;
import java.util.TreeSet;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Position;
import unroll.debug.Program;

/** The cursors at which breakpoints stop, as few as a timeline can show. */
final class BreakpointMarks {
    /** More marks than this would be a solid bar. */
    private static final int MOST = 150;

    private BreakpointMarks() {}

    /**
     * Where to mark the timeline.
     *
     * @return cursors in order; of a breakpoint that stops too often to be shown, evenly chosen ones
     */
    static Collection<Integer> of(Debugger debugger) {
        Collection<Integer> cursors = new TreeSet<>();
        for (Breakpoint breakpoint : debugger.breakpoints()) {
            if (breakpoint.enabled()) {
                mark(debugger.program(), breakpoint, cursors);
            }
        }
        return cursors;
    }

    private static void mark(Program program, Breakpoint breakpoint, Collection<Integer> cursors) {
        if (breakpoint.line() == Breakpoint.ANY) {
            firstLinesAt(program, breakpoint.t(), cursors);
            return;
        }
        boolean oneStep = breakpoint.t() != Breakpoint.ANY;
        int first = oneStep ? breakpoint.t() : 1;
        int last = oneStep ? breakpoint.t() : program.steps();
        int stride = 1 + (last - first) / MOST;
        for (int t = first; t <= last; t += stride) {
            program.find(breakpoint.line(), t).forEach(position -> cursors.add(position.cursor()));
        }
    }

    /** The first line that stops in each stretch of lines of one step. */
    private static void firstLinesAt(Program program, int t, Collection<Integer> cursors) {
        boolean before = false;
        for (int index = 0; index < program.size(); index++) {
            Position position = program.at(index);
            boolean here = position.t() == t;
            if (here && !before) {
                cursors.add(position.cursor());
            }
            before = here;
        }
    }
}
