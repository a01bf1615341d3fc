package unroll.lesson;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.model.Phase;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;

/** What must be measured for a task to be done. */
public sealed interface Goal {
    /**
     * Whether it is met now.
     *
     * @param start the experiment as the step set it, against which what must stay is compared
     */
    boolean isMet(Measurements now, Experiment start);

    /** The number that it looks at; empty while that is not known. */
    OptionalDouble measured(Measurements now);

    /**
     * A number of {@link Measurements} within bounds.
     *
     * @param name as texts write it
     * @param kept fields of the experiment that must be as they were, such as {@code task.length}
     */
    record Within(String name, double low, double high, List<String> kept) implements Goal {
        public Within {
            kept = List.copyOf(kept);
            if (!(low <= high)) {
                throw new IllegalArgumentException("no number lies from " + low + " to " + high);
            }
        }

        @Override
        public boolean isMet(Measurements now, Experiment start) {
            OptionalDouble value = measured(now);
            return value.isPresent()
                    && value.getAsDouble() >= low
                    && value.getAsDouble() <= high
                    && ExperimentFile.of(start).agrees(ExperimentFile.of(now.experiment()), kept);
        }

        @Override
        public OptionalDouble measured(Measurements now) {
            return now.value(name);
        }
    }

    /** All lines of a phase have run. */
    record Ran(Phase phase) implements Goal {
        @Override
        public boolean isMet(Measurements now, Experiment start) {
            return now.knowledge().cursor() >= now.knowledge().program().end(phase);
        }

        @Override
        public OptionalDouble measured(Measurements now) {
            return OptionalDouble.empty();
        }
    }

    /** All of several at once. */
    record All(List<Goal> goals) implements Goal {
        public All {
            goals = List.copyOf(goals);
        }

        @Override
        public boolean isMet(Measurements now, Experiment start) {
            return goals.stream().allMatch(goal -> goal.isMet(now, start));
        }

        @Override
        public OptionalDouble measured(Measurements now) {
            return goals.get(0).measured(now);
        }
    }

    /**
     * The debugger stands, on its way back, at the first step whose ‖∂L/∂h_t‖ lies beyond a multiple of the last one's.
     *
     * @param factor of ‖∂L/∂h_T‖; beyond means above where it is greater than 1, and below where it is less
     */
    record AtFirstBeyond(double factor) implements Goal {
        @Override
        public boolean isMet(Measurements now, Experiment start) {
            OptionalDouble here = measured(now);
            int last = now.knowledge().trace().steps();
            int t = step(now);
            if (here.isEmpty() || t == last) {
                return false;
            }
            double limit = factor * now.norm(last).orElseThrow();
            return isBeyond(here.getAsDouble(), limit)
                    && IntStream.rangeClosed(t + 1, last)
                            .noneMatch(later -> isBeyond(now.norm(later).orElseThrow(), limit));
        }

        private boolean isBeyond(double norm, double limit) {
            return factor > 1 ? norm > limit : norm < limit;
        }

        @Override
        public OptionalDouble measured(Measurements now) {
            int t = step(now);
            return t == 0 ? OptionalDouble.empty() : now.norm(t);
        }

        private static int step(Measurements now) {
            return now.phase().equals(Optional.of(Phase.BACKWARD)) ? now.here() : 0;
        }
    }
}
