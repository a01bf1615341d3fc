package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;

/**
 * All positions of a schedule over T time steps, by arithmetic: line j of block b in repetition τ has the index base_b +
 * n_b τ + j. Nothing is stored per position.
 */
public final class Program {
    private final Schedule schedule;
    private final int steps;
    private final int[] bases;

    public Program(Schedule schedule, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a program needs at least 1 time step, not " + steps);
        }
        this.schedule = schedule;
        this.steps = steps;
        List<Block> blocks = schedule.blocks();
        this.bases = new int[blocks.size() + 1];
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            int length = Math.multiplyExact(block.lines().size(), block.repetitions(steps));
            bases[b + 1] = Math.addExact(bases[b], length);
        }
    }

    public Schedule schedule() {
        return schedule;
    }

    /** T. */
    public int steps() {
        return steps;
    }

    /** N, the number of positions. */
    public int size() {
        return bases[bases.length - 1];
    }

    /** The position with an index 0 … N − 1. */
    public Position at(int index) {
        int b = blockAt(index);
        Block block = schedule.blocks().get(b);
        int within = index - bases[b];
        int lines = block.lines().size();
        return new Position(
                index, b, block.step(within / lines, steps), block.lines().get(within % lines));
    }

    /** The index of the block in which a position lies. */
    int blockAt(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("position " + index + " of a program with " + size());
        }
        int b = 0;
        while (index >= bases[b + 1]) {
            b++;
        }
        return b;
    }

    /** The first index of a block; of the number of blocks, N. */
    int base(int block) {
        return bases[block];
    }

    int blockCount() {
        return bases.length - 1;
    }

    int linesIn(int block) {
        return schedule.blocks().get(block).lines().size();
    }

    /** Where a phase begins: the cursor before its first line. N for a phase with no lines at the end. */
    public int start(Phase phase) {
        for (int b = 0; b < blockCount(); b++) {
            if (schedule.blocks().get(b).phase().compareTo(phase) >= 0) {
                return bases[b];
            }
        }
        return size();
    }

    /** Where a phase ends: the cursor after its last line. */
    public int end(Phase phase) {
        int end = 0;
        for (int b = 0; b < blockCount(); b++) {
            if (schedule.blocks().get(b).phase().compareTo(phase) <= 0) {
                end = bases[b + 1];
            }
        }
        return end;
    }

    /**
     * A line's place in the program: its block, and where it stands in the block's body. Found once, it gives indices by
     * arithmetic alone.
     */
    record Slot(int block, int line) {}

    /** The slot of a scheduled line; empty for a line of another program. */
    Optional<Slot> slot(ScheduledLine line) {
        for (int b = 0; b < blockCount(); b++) {
            int j = schedule.blocks().get(b).lines().indexOf(line);
            if (j >= 0) {
                return Optional.of(new Slot(b, j));
            }
        }
        return Optional.empty();
    }

    /** The index of a slot's line at a time step; −1 where it does not run. */
    int index(Slot slot, int t) {
        int repetition = repetition(schedule.blocks().get(slot.block()).sweep(), t);
        return repetition < 0 ? -1 : bases[slot.block()] + linesIn(slot.block()) * repetition + slot.line();
    }

    private int repetition(Sweep sweep, int t) {
        if (t < 1 || t > steps) {
            return -1;
        }
        return switch (sweep) {
            case UP -> t - 1;
            case DOWN -> steps - t;
            case ONCE -> t == steps ? 0 : -1;
        };
    }

    /** The index of a scheduled line at a time step; empty where it does not run. */
    public Optional<Integer> index(ScheduledLine line, int t) {
        return slot(line).map(slot -> index(slot, t)).filter(index -> index >= 0);
    }

    /** All places at which a line of the listing runs at a time step: one a layer. */
    public List<Position> find(int lineNumber, int t) {
        List<Position> found = new ArrayList<>();
        for (Block block : schedule.blocks()) {
            for (ScheduledLine line : block.lines()) {
                if (line.number() == lineNumber) {
                    index(line, t).ifPresent(index -> found.add(at(index)));
                }
            }
        }
        return found;
    }
}
