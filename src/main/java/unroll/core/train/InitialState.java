package unroll.core.train;

/** What the states of a training iteration's sequences start from. */
public enum InitialState {
    /** Zero. */
    ZERO,
    /**
     * What the batch before ended with: each row goes on with the sequence that follows its last one. An epoch starts at
     * zero. No gradient goes back that way.
     */
    CARRIED
}
