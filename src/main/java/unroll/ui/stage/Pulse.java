package unroll.ui.stage;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.debug.Debugger;
import unroll.ui.canvas.FrameClock;
import unroll.ui.state.Appearance;
import unroll.ui.state.Workbench;

/** The way of the light that travels along what a line uses, once each time that the cursor goes one line on. */
final class Pulse {
    /** At the usual speed. */
    private static final double NANOS = 200e6;

    /** Shorter ones would only flicker. */
    private static final double SHORTEST_NANOS = 50e6;

    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final Workbench workbench;
    private final Appearance appearance;
    private final Runnable onChange;
    private Debugger shown;
    private double duration;
    private long started;
    private double position;

    /** @param onChange is called once a frame while it travels, and when it has arrived */
    Pulse(Workbench workbench, Appearance appearance, FrameClock clock, Runnable onChange) {
        this.workbench = workbench;
        this.appearance = appearance;
        this.onChange = onChange;
        clock.during(running, this::frame);
    }

    /** Follows the cursor: one line on sends a light along it; a jump just shows the new place. */
    void move(Debugger at) {
        boolean oneLineOn =
                shown != null && at != null && shown.program() == at.program() && at.cursor() == shown.cursor() + 1;
        shown = at;
        if (oneLineOn && !appearance.reducedMotion().get()) {
            start(NANOS / workbench.speed().get());
        } else {
            stop();
        }
    }

    /** Starts from the beginning; too short a way is left out. */
    private void start(double nanos) {
        duration = nanos;
        started = 0;
        position = 0;
        running.set(nanos >= SHORTEST_NANOS);
    }

    void stop() {
        running.set(false);
    }

    /** 0 … 1; empty while it does not travel. */
    OptionalDouble position() {
        return running.get() ? OptionalDouble.of(position) : OptionalDouble.empty();
    }

    private void frame(long now) {
        started = started == 0 ? now : started;
        position = (now - started) / duration;
        if (position >= 1) {
            running.set(false);
        }
        onChange.run();
    }
}
