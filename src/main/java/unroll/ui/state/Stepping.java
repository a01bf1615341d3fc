package unroll.ui.state;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Program;
import unroll.debug.Stops;

/** Where the debugger stands in the latest trace, on which row of its batch, and where its breakpoints stop. */
final class Stepping {
    private final ReadOnlyObjectWrapper<Debugger> debugger = new ReadOnlyObjectWrapper<>(this, "debugger");
    private Trace trace;
    private int row;
    private Stops stops = Stops.NONE;
    private List<Breakpoint> stopped = List.of();

    Stepping() {}

    /** One that nobody listens to yet, and that stands where another does. */
    Stepping(Stepping before) {
        trace = before.trace;
        row = before.row;
        debugger.set(before.debugger.get());
        stops = null;
    }

    ReadOnlyObjectProperty<Debugger> debugger() {
        return debugger.getReadOnlyProperty();
    }

    int row() {
        return row;
    }

    /** Where the breakpoints stop in the latest trace; found when it is asked for, and once for each trace. */
    Stops stops() {
        Debugger at = debugger.get();
        if (at == null) {
            return Stops.NONE;
        }
        if (stops == null || !stopped.equals(at.breakpoints())) {
            stopped = at.breakpoints();
            stops = Stops.of(at.program(), trace, row, stopped);
        }
        return stops;
    }

    void step(UnaryOperator<Debugger> command) {
        if (debugger.get() != null) {
            debugger.set(command.apply(debugger.get()));
        }
    }

    /** Before another experiment is traced: its breakpoints would mean other lines. */
    void clear() {
        debugger.set(null);
    }

    /**
     * Takes over a trace; the debugger stays at its place, or as near to it as the new program allows.
     *
     * @param publish makes the trace known before the debugger is: no view may meet the debugger of one program beside
     *     the trace of another, whatever it listens to
     */
    void show(Trace latest, Program program, Runnable publish) {
        Debugger before = debugger.get();
        if (before != null && !isLike(before.program(), program)) {
            debugger.set(null);
        }
        trace = latest;
        row = Math.min(row, latest.rows() - 1);
        stops = null;
        publish.run();
        debugger.set(before == null ? Debugger.atStart(program) : before.in(program));
    }

    /** Turns to another row of the batch; views read it anew with the debugger. */
    void showRow(int index) {
        Debugger at = debugger.get();
        if (at != null && index != row && index >= 0 && index < trace.rows()) {
            debugger.set(null);
            row = index;
            stops = null;
            debugger.set(at);
        }
    }

    private static boolean isLike(Program one, Program other) {
        return one.steps() == other.steps() && one.schedule().equals(other.schedule());
    }
}
