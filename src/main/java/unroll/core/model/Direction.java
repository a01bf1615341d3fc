package unroll.core.model;

/** Which way a layer goes over the time steps. */
public enum Direction {
    /** t = 1 … T. */
    FORWARD("fwd", "→"),
    /** t = T … 1. */
    REVERSE("rev", "←");

    private final String id;
    private final String arrow;

    Direction(String id, String arrow) {
        this.id = id;
        this.arrow = arrow;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }

    public String arrow() {
        return arrow;
    }

    /** How far the next step lies from the present one: 1 or −1. */
    public int stride() {
        return this == FORWARD ? 1 : -1;
    }

    /** The step that holds the initial state: 0, or T + 1. */
    public int initialStep(int steps) {
        return this == FORWARD ? 0 : steps + 1;
    }

    /** The step that runs last, which holds the final state: T, or 1. */
    public int finalStep(int steps) {
        return this == FORWARD ? steps : 1;
    }
}
