package unroll.lesson;

import java.util.List;
import java.util.Optional;
import unroll.core.model.Phase;
import unroll.debug.Position;
import unroll.debug.Program;

/** A place in any network's program. */
public sealed interface Place {
    /** Where the cursor stands there. */
    int cursor(Program program);

    /** Before the first line of a phase. */
    record Start(Phase phase) implements Place {
        @Override
        public int cursor(Program program) {
            return program.start(phase);
        }
    }

    /** After the last line of a phase. */
    record End(Phase phase) implements Place {
        @Override
        public int cursor(Program program) {
            return program.end(phase);
        }
    }

    /**
     * After a time step of a phase, or after one line of it.
     *
     * @param t past the last step stands for the last
     * @param line its number in the listing; 0 for all lines of the step
     */
    record Step(Phase phase, int t, int line) implements Place {
        @Override
        public int cursor(Program program) {
            int step = Math.min(t, program.steps());
            if (line > 0) {
                List<Position> found = program.find(line, step);
                return found.isEmpty() ? program.start(phase) : found.get(0).index() + 1;
            }
            return last(program, step).map(position -> position.index() + 1).orElse(program.end(phase));
        }

        private Optional<Position> last(Program program, int step) {
            Position last = null;
            for (int i = program.start(phase); i < program.end(phase); i++) {
                Position position = program.at(i);
                last = position.t() == step ? position : last;
            }
            return Optional.ofNullable(last);
        }
    }
}
