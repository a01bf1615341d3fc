package unroll.debug;

import java.util.Optional;
import unroll.debug.measure.Condition;

/**
 * Stops a run after a line has run, if a condition holds there. What a condition measures must be computed where it stops;
 * a gradient must be summed completely.
 *
 * @param line its number in the listing, or {@link #ANY}: then a condition stops at the line that completes what it
 *     measures
 * @param t the time step, or {@link #ANY}
 * @param layer from 1, or {@link #ANY}; lines of the head and of the update belong to no layer and stop for any
 * @param condition empty to stop always
 * @param enabled whether it stops at all
 */
public record Breakpoint(int line, int t, int layer, Optional<Condition> condition, boolean enabled) {
    public static final int ANY = 0;

    public Breakpoint {
        if (line < 0 || t < 0 || layer < 0 || (line == ANY && t == ANY && condition.isEmpty())) {
            throw new IllegalArgumentException("a breakpoint names a line, a time step, or a condition");
        }
    }

    public static Breakpoint onLine(int line) {
        return at(line, ANY);
    }

    public static Breakpoint onStep(int t) {
        return at(ANY, t);
    }

    /** Of a line at one step. */
    public static Breakpoint at(int line, int t) {
        return new Breakpoint(line, t, ANY, Optional.empty(), true);
    }

    /** Anywhere, as soon as a condition holds. */
    public static Breakpoint when(Condition condition) {
        return new Breakpoint(ANY, ANY, ANY, Optional.of(condition), true);
    }

    public Breakpoint withEnabled(boolean newEnabled) {
        return new Breakpoint(line, t, layer, condition, newEnabled);
    }

    /** The same on one line, or on any. */
    public Breakpoint onlyOn(int newLine) {
        return new Breakpoint(newLine, t, layer, condition, enabled);
    }

    public Breakpoint withCondition(Optional<Condition> newCondition) {
        return new Breakpoint(line, t, layer, newCondition, enabled);
    }

    /** Whether both stop at the same places, were both switched on. */
    public boolean isLike(Breakpoint other) {
        return withEnabled(true).equals(other.withEnabled(true));
    }
}
