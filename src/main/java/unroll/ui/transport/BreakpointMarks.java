package unroll.ui.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Stops;

/** The cursors at which breakpoints stop, as few as a timeline can show. */
final class BreakpointMarks {
    /** The timeline is marked in so many places at most, evenly spread: more would be a solid bar. */
    private static final int PLACES = 200;

    private BreakpointMarks() {}

    /**
     * Where to mark the timeline.
     *
     * @return cursors in order: of each stretch of lines that all stop the first, and of all that fall into one place the
     *     first
     */
    static List<Integer> of(Debugger debugger, Stops stops) {
        List<Integer> cursors = new ArrayList<>();
        int size = debugger.program().size();
        int lastIndex = Integer.MIN_VALUE;
        int lastPlace = -1;
        for (int index : indices(debugger.breakpoints(), stops)) {
            int place = (int) ((long) index * PLACES / size);
            if (place != lastPlace && index != lastIndex + 1) {
                cursors.add(index + 1);
                lastPlace = place;
            }
            lastIndex = index;
        }
        return cursors;
    }

    private static int[] indices(List<Breakpoint> breakpoints, Stops stops) {
        return breakpoints.stream()
                .filter(Breakpoint::enabled)
                .flatMapToInt(breakpoint -> Arrays.stream(stops.hits(breakpoint)))
                .sorted()
                .distinct()
                .toArray();
    }
}
