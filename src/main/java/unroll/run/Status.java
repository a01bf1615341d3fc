package unroll.run;

import java.util.Optional;
import unroll.core.train.Divergence;

/**
 * What a training run is doing.
 *
 * @param where for a run that ended badly, where and why, in one line; otherwise empty
 * @param broken for a run that met a number which is not finite, which one
 */
public record Status(State state, String where, Optional<Broken> broken) {
    /** The states of a run. */
    public enum State {
        READY(false),
        RUNNING(false),
        PAUSED(false),
        FINISHED(true),
        /** A number was not finite. */
        DIVERGED(true),
        /** Ended by the user before its last iteration. */
        STOPPED(true),
        /** Ended by a fault of the program. */
        FAILED(true);

        private final boolean last;

        State(boolean last) {
            this.last = last;
        }

        /** Whether nothing comes after it. */
        public boolean isLast() {
            return last;
        }
    }

    static Status of(State state) {
        return new Status(state, "", Optional.empty());
    }

    static Status diverged(Divergence divergence) {
        return new Status(State.DIVERGED, divergence.plain(), Optional.of(Broken.of(divergence)));
    }

    static Status failed(Throwable fault) {
        return new Status(State.FAILED, String.valueOf(fault), Optional.empty());
    }

    public boolean isOver() {
        return state.isLast();
    }
}
