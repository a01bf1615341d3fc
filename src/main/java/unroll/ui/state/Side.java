package unroll.ui.state;

/** One of the two networks that are compared. */
public enum Side {
    /** The experiment that is open; its cursor, its example and its training lead. */
    A,
    /** What it is compared with. */
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
