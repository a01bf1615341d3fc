package unroll.ui.stage;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import unroll.ui.canvas.FrameClock;

/** The way of the light that travels the edges of a line, once each time that it is started. */
final class Pulse {
    /** Shorter ones would only flicker. */
    private static final double SHORTEST_NANOS = 50e6;

    private final BooleanProperty running = new SimpleBooleanProperty(this, "running");
    private final Runnable onChange;
    private double duration;
    private long started;
    private double position;

    /** @param onChange is called once a frame while it travels, and when it has arrived */
    Pulse(FrameClock clock, Runnable onChange) {
        this.onChange = onChange;
        clock.during(running, this::frame);
    }

    /** Starts from the beginning; too short a pulse is left out. */
    void start(double nanos) {
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
