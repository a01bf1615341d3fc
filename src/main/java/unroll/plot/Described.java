package unroll.plot;

/** A figure that can say in words what it shows, for those who can't see it. */
public interface Described {
    /** The figure's main numbers, one line. */
    String description();
}
