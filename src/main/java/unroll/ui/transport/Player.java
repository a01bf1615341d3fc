package unroll.ui.transport;

import unroll.debug.Debugger;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Workbench;

/** Runs line after line at a steady pace until a breakpoint, the end, or a pause. */
public final class Player {
    /** The time that a line takes at speed 1. */
    public static final double NANOS_A_LINE = 200e6;

    private static final long LONGEST_FRAME_NANOS = 100_000_000;

    private final Workbench workbench;
    private long last;
    /** Lines that should have run by now, the first one at once. */
    private double due;

    public Player(Workbench workbench, FrameClock clock) {
        this.workbench = workbench;
        clock.during(workbench.playing(), this::frame);
        workbench.playing().subscribe(this::rewind);
    }

    /** Starts playing, at the end from the beginning; or pauses. */
    public void toggle() {
        Debugger at = workbench.debugger().get();
        if (at == null) {
            return;
        }
        boolean start = !workbench.playing().get();
        if (start && at.next().isEmpty()) {
            workbench.moveTo(0);
        }
        workbench.playing().set(start);
    }

    private void rewind() {
        last = 0;
        due = 1;
    }

    private void frame(long now) {
        double linesANano = workbench.speed().get() / NANOS_A_LINE;
        // What a late frame missed is not made up for in a burst.
        due += last == 0 ? 0 : Math.min(now - last, LONGEST_FRAME_NANOS) * linesANano;
        last = now;
        int lines = (int) due;
        due -= lines;
        advance(lines);
    }

    private void advance(int lines) {
        Debugger at = workbench.debugger().get();
        if (at == null) {
            workbench.playing().set(false);
            return;
        }
        boolean stopped = false;
        for (int i = 0; i < lines && !stopped; i++) {
            at = at.into();
            stopped = at.next().isEmpty() || workbench.stops().contains(at.cursor() - 1);
        }
        workbench.moveTo(at.cursor());
        if (stopped) {
            workbench.playing().set(false);
        }
    }
}
