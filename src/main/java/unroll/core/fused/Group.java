package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Chain;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;

/**
 * The lines of one chain, or of the head and the loss, that go over the time steps together. A layer reads nothing of
 * the layer above it, so each can go over all steps before the next begins.
 */
record Group(Chain chain, Sweep sweep, List<ScheduledLine> lines) {
    Group {
        lines = List.copyOf(lines);
    }

    /** The groups of a phase, in the order in which their first lines run. */
    static List<Group> of(Schedule schedule, Phase phase) {
        List<Group> groups = new ArrayList<>();
        for (Block block : schedule.blocks(phase)) {
            Map<Chain, List<ScheduledLine>> byChain = new LinkedHashMap<>();
            for (ScheduledLine line : block.lines()) {
                byChain.computeIfAbsent(line.chain(), chain -> new ArrayList<>())
                        .add(line);
            }
            byChain.forEach((chain, lines) -> groups.add(new Group(chain, block.sweep(), lines)));
        }
        return groups;
    }

    /** The same lines at the last step alone. */
    Group atTheEnd() {
        return new Group(chain, Sweep.ONCE, lines);
    }

    boolean isHead() {
        return chain.isHead();
    }
}
