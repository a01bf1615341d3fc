package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.ParameterLine;

/** How far the gradients of parameters are summed where the cursor stands. */
public final class KnownParameters {
    private final Program program;
    private final int cursor;

    KnownParameters(Program program, int cursor) {
        this.program = program;
        this.cursor = cursor;
    }

    /** How many of the lines that add to a layer's or the head's parameter have run; a step counts once a use. */
    public Progress progress(String name) {
        int done = 0;
        int of = 0;
        for (Block block : program.schedule().blocks(Phase.BACKWARD)) {
            for (ScheduledLine line : block.lines()) {
                if (!addsTo(line, name)) {
                    continue;
                }
                for (int repetition = 0; repetition < block.repetitions(program.steps()); repetition++) {
                    int t = block.step(repetition, program.steps());
                    of++;
                    done += program.index(line, t).orElseThrow() < cursor ? 1 : 0;
                }
            }
        }
        return new Progress(done, of, done > 0);
    }

    /** The time steps whose shares of a parameter's gradient have been added, ascending. */
    public List<Integer> sharesAdded(String name) {
        List<Integer> steps = new ArrayList<>();
        for (int t = 1; t <= program.steps(); t++) {
            if (hasAddedShare(name, t)) {
                steps.add(t);
            }
        }
        return steps;
    }

    private boolean hasAddedShare(String name, int t) {
        return program.schedule().blocks(Phase.BACKWARD).stream()
                .flatMap(block -> block.lines().stream())
                .anyMatch(line -> addsTo(line, name) && hasRun(line, t));
    }

    private boolean hasRun(ScheduledLine line, int t) {
        return program.index(line, t).filter(index -> index < cursor).isPresent();
    }

    private static boolean addsTo(ScheduledLine line, String name) {
        if (!(line.line() instanceof ParameterLine parameters)) {
            return false;
        }
        return parameters.shares().stream()
                .anyMatch(share -> line.parameterName(share.parameter()).equals(name));
    }

    /** The position after which all steps have added to a parameter's gradient. */
    int completeAfter(String name) {
        int last = -1;
        for (Block block : program.schedule().blocks(Phase.BACKWARD)) {
            int t = block.step(block.repetitions(program.steps()) - 1, program.steps());
            for (ScheduledLine line : block.lines()) {
                if (addsTo(line, name)) {
                    last = Math.max(last, program.index(line, t).orElseThrow());
                }
            }
        }
        return last;
    }
}
