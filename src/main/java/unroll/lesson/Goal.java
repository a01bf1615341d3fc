package unroll.lesson;

import java.util.List;
import java.util.OptionalDouble;
import unroll.core.model.Phase;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Position;
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

    /**
     * The debugger stands, on its way back, at the first step whose ‖∂L/∂h_t‖ is below a share of the last one's.
     *
     * @param share of ‖∂L/∂h_T‖
     */
    record AtFirstBelow(double share) implements Goal {
        @Override
        public boolean isMet(Measurements now, Experiment start) {
            OptionalDouble here = measured(now);
            int t = step(now.knowledge());
            if (here.isEmpty() || t == now.knowledge().trace().steps()) {
                return false;
            }
            double limit = share * now.norm(now.knowledge().trace().steps()).orElseThrow();
            return here.getAsDouble() < limit && now.norm(t + 1).orElseThrow() >= limit;
        }

        @Override
        public OptionalDouble measured(Measurements now) {
            int t = step(now.knowledge());
            return t == 0 ? OptionalDouble.empty() : now.norm(t);
        }

        private static int step(Knowledge knowledge) {
            return new Debugger(knowledge.program(), knowledge.cursor(), List.of())
                    .current()
                    .filter(position -> position.phase() == Phase.BACKWARD)
                    .map(Position::t)
                    .orElse(0);
        }
    }
}
