package unroll.debug;

import java.util.List;
import java.util.stream.IntStream;
import unroll.core.model.Phase;

/**
 * A part of a program's run, as moments to be looked at one after the other.
 *
 * @param from the first cursor
 * @param to the last cursor, not before the first
 */
public record Passage(Program program, int from, int to, Stride stride) {
    public Passage {
        if (from < 0 || to < from || to > program.size()) {
            throw new IllegalArgumentException(
                    "a passage goes forward within 0 … " + program.size() + ", not from " + from + " to " + to);
        }
    }

    /** A phase, from before its first line to after its last. */
    public static Passage of(Program program, Phase phase, Stride stride) {
        return new Passage(program, program.start(phase), program.end(phase), stride);
    }

    /** The phase in which a cursor stands: that of the line that has just run, at the start of all the first. */
    public static Phase phaseAt(Program program, int cursor) {
        return program.at(Math.max(0, cursor - 1)).phase();
    }

    /**
     * The time steps of a phase from one to another, whichever the phase comes to first.
     *
     * @throws IllegalArgumentException if there are no such steps, or no line of the phase runs at them
     */
    public static Passage ofSteps(Program program, Phase phase, int one, int other, Stride stride) {
        int low = Math.min(one, other);
        int high = Math.max(one, other);
        if (low < 1 || high > program.steps()) {
            throw new IllegalArgumentException(
                    "the time steps go from 1 to " + program.steps() + ", not from " + low + " to " + high);
        }
        int[] inside = IntStream.range(program.start(phase), program.end(phase))
                .filter(index ->
                        program.at(index).t() >= low && program.at(index).t() <= high)
                .toArray();
        if (inside.length == 0) {
            throw new IllegalArgumentException("no line of that phase runs at the steps " + low + " to " + high);
        }
        return new Passage(program, inside[0], inside[inside.length - 1] + 1, stride);
    }

    /** The cursors, rising; the first and the last are always among them. */
    public List<Integer> cursors() {
        return IntStream.rangeClosed(from, to).filter(this::isMoment).boxed().toList();
    }

    private boolean isMoment(int cursor) {
        return stride == Stride.LINE || cursor == from || cursor == to || endsStep(cursor);
    }

    private boolean endsStep(int cursor) {
        Position last = program.at(cursor - 1);
        Position next = program.at(cursor);
        return last.t() != next.t() || last.block() != next.block();
    }
}
