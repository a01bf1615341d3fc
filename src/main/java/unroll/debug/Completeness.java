package unroll.debug;

/** How much of a vector at a time step is known where the cursor stands. */
public enum Completeness {
    /** The program never computes it: a gate before the first step, a loss where none is read. */
    ABSENT,
    /** Its line is still to run. */
    UNKNOWN,
    /** A sum of which some increments have been added. */
    PARTIAL,
    /** All of it. */
    COMPLETE
}
