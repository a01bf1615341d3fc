package unroll.debug;

/** How far apart the moments of a passage are. */
public enum Stride {
    /** Every line. */
    LINE,
    /** The end of every time step. */
    STEP
}
