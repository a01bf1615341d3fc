package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;
import unroll.core.op.Line;

/**
 * The lines of one layer, or of the head and the loss, that go over the time steps together. A layer reads nothing of
 * the layer above it, so each can go over all steps before the next begins.
 *
 * @param layer from 0, or {@link unroll.core.model.Site#HEAD}
 */
record Group(int layer, Sweep sweep, List<Line> lines) {
    /** The groups of a phase, in the order in which their first lines run. */
    static List<Group> of(Schedule schedule, Phase phase) {
        List<Group> groups = new ArrayList<>();
        for (Block block : schedule.blocks(phase)) {
            Map<Integer, List<Line>> byLayer = new LinkedHashMap<>();
            for (ScheduledLine line : block.lines()) {
                byLayer.computeIfAbsent(line.layer(), layer -> new ArrayList<>())
                        .add(line.line());
            }
            byLayer.forEach((layer, lines) -> groups.add(new Group(layer, block.sweep(), List.copyOf(lines))));
        }
        return groups;
    }
}
