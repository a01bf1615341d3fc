package unroll.run;

/**
 * What a training run is doing.
 *
 * @param where for a run that ended badly, where and why, in one line; otherwise empty
 */
public record Status(State state, String where) {
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
        return new Status(state, "");
    }

    public boolean isOver() {
        return state.isLast();
    }
}
