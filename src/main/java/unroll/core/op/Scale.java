package unroll.core.op;

/** The interval in which a quantity's values lie, which decides how they are coloured. */
public enum Scale {
    /** Any sign and size: the range is taken from the trace. */
    SIGNED,
    /** −1 … 1, as after tanh. */
    SIGNED_UNIT,
    /** 0 … 1, as after a sigmoid. */
    UNIT,
    /** 0 … ∞, as a loss. */
    POSITIVE
}
