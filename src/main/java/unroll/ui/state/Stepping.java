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

/**
 * The commands of the debugger, where it stands in the latest trace, on which row of its batch, and where its breakpoints
 * stop. Before the first trace commands do nothing.
 */
public final class Stepping {
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

    /** One line on. */
    public void into() {
        step(Debugger::into);
    }

    public void backInto() {
        step(Debugger::backInto);
    }

    /** One time step on. */
    public void over() {
        step(Debugger::over);
    }

    public void backOver() {
        step(Debugger::backOver);
    }

    /** To the end of the phase. */
    public void out() {
        step(Debugger::out);
    }

    public void backOut() {
        step(Debugger::backOut);
    }

    /** To the next stop. */
    public void run() {
        step(at -> at.run(stops()));
    }

    public void backRun() {
        step(at -> at.backRun(stops()));
    }

    public void runTo(int line, int t) {
        step(at -> at.runTo(line, t));
    }

    public void moveTo(int cursor) {
        step(at -> at.moveTo(cursor));
    }

    /** Sets a breakpoint, or clears the one that is like it. */
    public void toggle(Breakpoint breakpoint) {
        step(at -> at.toggle(breakpoint));
    }

    /** Changes the list of breakpoints. */
    public void setBreakpoints(UnaryOperator<List<Breakpoint>> change) {
        step(at -> at.withBreakpoints(change.apply(at.breakpoints())));
    }

    private void step(UnaryOperator<Debugger> command) {
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
