package unroll.debug;

/** The numbers of one vector at every time step, as far as they are known. */
public interface KnownNumbers {
    /** T. */
    int steps();

    Completeness completeness(int t);

    /** Whether there is a number to show at a step, if only of a part of the sum. */
    boolean isKnown(int t);

    /**
     * The number as far as it is summed.
     *
     * @throws IllegalStateException if it is not known
     */
    double at(int t, int unit);
}
