package unroll.core.fused;

import java.util.List;
import unroll.core.model.Schedule.Sweep;

/**
 * A compiled group: what is done for all steps at once, what waits for the neighbouring step, and what needs all of it.
 *
 * @param sweep the order of the steps; {@code ONCE} for work at the last step alone
 */
record Stage(Frame frame, Sweep sweep, List<Instruction> before, List<Instruction> each, List<Instruction> after) {
    Stage {
        before = List.copyOf(before);
        each = List.copyOf(each);
        after = List.copyOf(after);
    }

    void run() {
        int steps = frame.steps();
        int first = sweep == Sweep.ONCE ? steps : 1;
        int rows = (steps - first + 1) * frame.rows();
        for (int i = 0; i < before.size(); i++) {
            before.get(i).run(first, rows);
        }
        if (!each.isEmpty()) {
            for (int step = 0; step < steps; step++) {
                runStep(sweep == Sweep.UP ? step + 1 : steps - step);
            }
        }
        for (int i = 0; i < after.size(); i++) {
            after.get(i).run(first, rows);
        }
    }

    private void runStep(int t) {
        int rows = frame.live(t);
        for (int i = 0; i < each.size(); i++) {
            each.get(i).run(t, rows);
        }
    }
}
