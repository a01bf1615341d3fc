package unroll.debug;

/**
 * Stops a run after a line has run.
 *
 * @param line its number in the listing, or {@link #ANY}
 * @param t the time step, or {@link #ANY}
 * @param enabled whether it stops at all
 */
public record Breakpoint(int line, int t, boolean enabled) {
    public static final int ANY = 0;

    public Breakpoint {
        if (line < 0 || t < 0 || (line == ANY && t == ANY)) {
            throw new IllegalArgumentException("a breakpoint names a line, a time step, or both");
        }
    }

    public static Breakpoint onLine(int line) {
        return new Breakpoint(line, ANY, true);
    }

    public static Breakpoint onStep(int t) {
        return new Breakpoint(ANY, t, true);
    }

    public boolean stopsAt(Position position) {
        return enabled && (line == ANY || line == position.line().number()) && (t == ANY || t == position.t());
    }

    public Breakpoint withEnabled(boolean newEnabled) {
        return new Breakpoint(line, t, newEnabled);
    }
}
