package unroll.core.model;

/** The three parts of a training iteration. */
public enum Phase {
    FORWARD,
    BACKWARD,
    UPDATE
}
