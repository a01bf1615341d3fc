package unroll.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.measure.Condition;
import unroll.debug.measure.MeasureProblem;

/**
 * Where breakpoints stop in a trace: found once, by looking at each measured step once, so that running and drawing are
 * look-ups. Immutable.
 */
public final class Stops {
    /** Nowhere. */
    public static final Stops NONE = new Stops(Map.of(), Map.of());

    private final Map<Breakpoint, int[]> hits;
    private final Map<Breakpoint, String> problems;
    private final int[] all;

    private Stops(Map<Breakpoint, int[]> hits, Map<Breakpoint, String> problems) {
        this.hits = hits;
        this.problems = problems;
        this.all = hits.entrySet().stream()
                .filter(each -> each.getKey().enabled())
                .flatMapToInt(each -> Arrays.stream(each.getValue()))
                .sorted()
                .distinct()
                .toArray();
    }

    /**
     * Finds the places.
     *
     * @param row the row of the batch that conditions measure
     */
    public static Stops of(Program program, Trace trace, int row, List<Breakpoint> breakpoints) {
        if (breakpoints.isEmpty()) {
            return NONE;
        }
        Knowledge knowledge = new Knowledge(program, 0, trace);
        Map<Breakpoint, int[]> hits = new HashMap<>();
        Map<Breakpoint, String> problems = new HashMap<>();
        for (Breakpoint breakpoint : breakpoints) {
            try {
                hits.put(breakpoint, new Search(knowledge, breakpoint, row).hits());
            } catch (MeasureProblem problem) {
                hits.put(breakpoint, new int[0]);
                problems.put(breakpoint, problem.getMessage());
            }
        }
        return new Stops(hits, problems);
    }

    /** The positions at which a breakpoint of these stops, were it switched on, rising. */
    public int[] hits(Breakpoint breakpoint) {
        return hits.getOrDefault(breakpoint, new int[0]).clone();
    }

    /** How many of a breakpoint's hits lie before a cursor. */
    public int countBefore(Breakpoint breakpoint, int cursor) {
        return notBelow(hits.getOrDefault(breakpoint, new int[0]), cursor);
    }

    /** Why a breakpoint can stop nowhere in this network, such as a letter that it does not have. */
    public Optional<String> problem(Breakpoint breakpoint) {
        return Optional.ofNullable(problems.get(breakpoint));
    }

    /** Whether a run stops after the line at a position. */
    public boolean contains(int index) {
        return Arrays.binarySearch(all, index) >= 0;
    }

    /** The first stop at or after a position. */
    public OptionalInt from(int index) {
        int place = notBelow(all, index);
        return place < all.length ? OptionalInt.of(all[place]) : OptionalInt.empty();
    }

    /** The last stop before a position. */
    public OptionalInt before(int index) {
        int place = notBelow(all, index) - 1;
        return place >= 0 ? OptionalInt.of(all[place]) : OptionalInt.empty();
    }

    /** How many entries lie below a bound. */
    private static int notBelow(int[] rising, int bound) {
        int place = Arrays.binarySearch(rising, bound);
        return place >= 0 ? place : -place - 1;
    }

    /** The places of one breakpoint. */
    private static final class Search {
        private final Knowledge knowledge;
        private final Program program;
        private final Breakpoint breakpoint;
        private final int row;
        private final List<Integer> found = new ArrayList<>();
        private final Map<Integer, Test> tests = new HashMap<>();

        Search(Knowledge knowledge, Breakpoint breakpoint, int row) {
            this.knowledge = knowledge;
            this.program = knowledge.program();
            this.breakpoint = breakpoint;
            this.row = row;
        }

        int[] hits() throws MeasureProblem {
            if (breakpoint.line() == Breakpoint.ANY && breakpoint.condition().isPresent()) {
                completions(breakpoint.condition().get());
            } else {
                for (Block block : program.schedule().blocks()) {
                    for (ScheduledLine line : block.lines()) {
                        if (isMeant(line)) {
                            look(line);
                        }
                    }
                }
            }
            return found.stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private boolean isMeant(ScheduledLine line) {
            boolean number = breakpoint.line() == Breakpoint.ANY || breakpoint.line() == line.number();
            return number
                    && (breakpoint.layer() == Breakpoint.ANY
                            || line.layer() == Site.HEAD
                            || line.layer() == breakpoint.layer() - 1);
        }

        private void look(ScheduledLine line) throws MeasureProblem {
            Program.Slot slot = program.slot(line).orElseThrow();
            Optional<Test> test = breakpoint.condition().isPresent()
                    ? Optional.of(test(breakpoint.condition().get(), line.layer()))
                    : Optional.empty();
            for (int t = firstStep(); t <= lastStep(); t++) {
                int index = program.index(slot, t);
                if (index >= 0 && (test.isEmpty() || test.get().holdsAfter(index, t))) {
                    found.add(index);
                }
            }
        }

        private int firstStep() {
            return breakpoint.t() == Breakpoint.ANY ? 1 : breakpoint.t();
        }

        private int lastStep() {
            return breakpoint.t() == Breakpoint.ANY ? program.steps() : Math.min(program.steps(), breakpoint.t());
        }

        /** The lines that complete what a condition measures, at each step once. */
        private void completions(Condition condition) throws MeasureProblem {
            int layers = knowledge.trace().network().layers();
            for (int layer = 0; layer < layers; layer++) {
                if (breakpoint.layer() != Breakpoint.ANY && breakpoint.layer() != layer + 1) {
                    continue;
                }
                Test test = test(condition, layer);
                for (int t = firstStep(); t <= lastStep(); t++) {
                    int index = Math.max(firstLineOf(t), test.knownAfter(t));
                    if (index != Knowledge.NEVER && test.holdsAfter(index, t)) {
                        found.add(index);
                    }
                }
            }
        }

        /** What is given is seen when the first line of its step has run. */
        private int firstLineOf(int t) {
            return program.index(new Program.Slot(0, 0), t);
        }

        private Test test(Condition condition, int layer) throws MeasureProblem {
            Test known = tests.get(layer);
            if (known == null) {
                Series left = Series.of(knowledge, condition.left(), layer, row);
                Series right = condition.right().isPresent()
                        ? Series.of(knowledge, condition.right().get(), layer, row)
                        : null;
                known = new Test(condition, left, Optional.ofNullable(right));
                tests.put(layer, known);
            }
            return known;
        }
    }

    private record Test(Condition condition, Series left, Optional<Series> right) {
        /** The position after which both sides are known. */
        int knownAfter(int t) {
            return Math.max(
                    left.knownAfter(t),
                    right.map(series -> series.knownAfter(t)).orElse(Knowledge.ALWAYS));
        }

        boolean holdsAfter(int index, int t) {
            return knownAfter(t) <= index
                    && condition.holds(
                            left.at(t), right.map(series -> series.at(t)).orElse(Double.NaN));
        }
    }
}
