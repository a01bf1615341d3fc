package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import unroll.core.model.Phase;

/**
 * Where the debugger stands. The cursor is the number of lines that have run, 0 … N; the marked line is the one that has
 * just run. Every command gives a new debugger and computes nothing else.
 */
public record Debugger(Program program, int cursor, List<Breakpoint> breakpoints) {
    public Debugger {
        breakpoints = List.copyOf(breakpoints);
        if (cursor < 0 || cursor > program.size()) {
            throw new IndexOutOfBoundsException("cursor " + cursor + " in a program of " + program.size() + " lines");
        }
    }

    /** Before the first line. */
    public static Debugger atStart(Program program) {
        return new Debugger(program, 0, List.of());
    }

    public Debugger moveTo(int newCursor) {
        return new Debugger(program, Math.max(0, Math.min(program.size(), newCursor)), breakpoints);
    }

    /** The same place in another program, as near as it goes: the same line at the same step if there is one. */
    public Debugger in(Program other) {
        if (cursor == 0) {
            return new Debugger(other, 0, breakpoints);
        }
        if (cursor == program.size()) {
            return new Debugger(other, other.size(), breakpoints);
        }
        Position here = program.at(cursor - 1);
        int t = Math.min(here.t(), other.steps());
        int target = other.index(here.line(), t).map(index -> index + 1).orElse(other.start(here.phase()));
        return new Debugger(other, target, breakpoints);
    }

    /** The line that has just run; empty at the start. */
    public Optional<Position> current() {
        return cursor == 0 ? Optional.empty() : Optional.of(program.at(cursor - 1));
    }

    /** The line that runs next; empty at the end. */
    public Optional<Position> next() {
        return cursor == program.size() ? Optional.empty() : Optional.of(program.at(cursor));
    }

    /** One line on. */
    public Debugger into() {
        return moveTo(cursor + 1);
    }

    /** One line back. */
    public Debugger backInto() {
        return moveTo(cursor - 1);
    }

    /** The same line one time step on; where there is none, the block's end, then the next block's first step. */
    public Debugger over() {
        if (cursor == 0) {
            return moveTo(program.linesIn(0));
        }
        int block = program.blockAt(cursor - 1);
        int end = program.base(block + 1);
        int lines = program.linesIn(block);
        if (cursor + lines <= end) {
            return moveTo(cursor + lines);
        }
        if (cursor < end || block + 1 == program.blockCount()) {
            return moveTo(end);
        }
        return moveTo(end + program.linesIn(block + 1));
    }

    /** The same line one time step back; where there is none, the block's start. */
    public Debugger backOver() {
        if (cursor == 0) {
            return this;
        }
        int block = program.blockAt(cursor - 1);
        int lines = program.linesIn(block);
        int start = program.base(block);
        return moveTo(cursor - lines > start ? cursor - lines : start);
    }

    /** To the end of the phase. */
    public Debugger out() {
        for (Phase phase : Phase.values()) {
            if (program.end(phase) > cursor) {
                return moveTo(program.end(phase));
            }
        }
        return moveTo(program.size());
    }

    /** To the beginning of the phase, or of the one before where it stands there. */
    public Debugger backOut() {
        int target = 0;
        for (Phase phase : Phase.values()) {
            if (program.start(phase) < cursor) {
                target = program.start(phase);
            }
        }
        return moveTo(target);
    }

    /**
     * To the next stop, or to the end.
     *
     * @param stops those of these breakpoints in the trace that is looked at
     */
    public Debugger run(Stops stops) {
        return moveTo(stops.from(cursor).orElse(program.size()) + 1);
    }

    /** Back to the last stop before this place, or to the start. */
    public Debugger backRun(Stops stops) {
        return moveTo(stops.before(cursor - 1).orElse(-1) + 1);
    }

    /** To the nearest later run of a line at a time step, else to the nearest earlier one, else nowhere. */
    public Debugger runTo(int lineNumber, int t) {
        Predicate<Position> there = position -> position.line().number() == lineNumber && position.t() == t;
        return nextMatch(there).or(() -> previousMatch(there)).orElse(this);
    }

    private Optional<Debugger> nextMatch(Predicate<Position> matches) {
        for (int index = cursor; index < program.size(); index++) {
            if (matches.test(program.at(index))) {
                return Optional.of(moveTo(index + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Debugger> previousMatch(Predicate<Position> matches) {
        for (int index = cursor - 2; index >= 0; index--) {
            if (matches.test(program.at(index))) {
                return Optional.of(moveTo(index + 1));
            }
        }
        return Optional.empty();
    }

    /** With a breakpoint set where there is none like it, or cleared where there is. */
    public Debugger toggle(Breakpoint breakpoint) {
        List<Breakpoint> changed = new ArrayList<>(breakpoints);
        boolean removed = changed.removeIf(breakpoint::isLike);
        if (!removed) {
            changed.add(breakpoint);
        }
        return new Debugger(program, cursor, changed);
    }

    public Debugger withBreakpoints(List<Breakpoint> replacement) {
        return new Debugger(program, cursor, replacement);
    }
}
