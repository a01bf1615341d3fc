package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Adjoints;
import unroll.core.op.Equation;
import unroll.core.op.Line;

/**
 * The order in which a network's lines run: a short list of blocks, each of which runs its lines once per time step or
 * once in all. The listing shows the same lines, numbered through.
 */
public record Schedule(List<Block> blocks, List<ListedLine> listing) {
    /** Which part of the network a line belongs to. */
    public enum Part {
        CELL,
        HEAD,
        LOSS,
        UPDATE
    }

    /** How a block goes over the time steps. */
    public enum Sweep {
        /** t = 1 … T. */
        UP,
        /** t = T … 1. */
        DOWN,
        /** Once, at t = T. */
        ONCE
    }

    /**
     * A line of the listing.
     *
     * @param number from 1 through all phases
     */
    public record ListedLine(int number, Phase phase, Part part, Line line) {}

    /**
     * A line of the listing at work in one layer.
     *
     * @param layer from 0, or {@link Site#HEAD} for lines of the head, the loss and the update
     */
    public record ScheduledLine(ListedLine listed, int layer) {
        public Line line() {
            return listed.line();
        }

        public int number() {
            return listed.number();
        }

        /** The number and the layer tell lines of a schedule apart; the equations behind them are costly to hash. */
        @Override
        public int hashCode() {
            return 31 * listed.number() + layer;
        }
    }

    /** Lines that run one after the other at each step of a sweep. */
    public record Block(Phase phase, Sweep sweep, List<ScheduledLine> lines) {
        public Block {
            lines = List.copyOf(lines);
        }

        /** How many times the lines run. */
        public int repetitions(int steps) {
            return sweep == Sweep.ONCE ? 1 : steps;
        }

        /** The time step of a repetition, from 0. */
        public int step(int repetition, int steps) {
            return switch (sweep) {
                case UP -> repetition + 1;
                case DOWN -> steps - repetition;
                case ONCE -> steps;
            };
        }
    }

    public Schedule {
        blocks = List.copyOf(blocks);
        listing = List.copyOf(listing);
    }

    /** Forward and backward, with no update. */
    public static Schedule of(Network network) {
        return of(network, List.of());
    }

    /** A whole iteration: forward, backward and the given update lines. */
    public static Schedule of(Network network, List<? extends Line> update) {
        return new Builder(network).build(update);
    }

    /** The blocks of one phase, in order. */
    public List<Block> blocks(Phase phase) {
        return blocks.stream().filter(block -> block.phase() == phase).toList();
    }

    private static final class Builder {
        private final Network network;
        private final List<ListedLine> listing = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();

        private Builder(Network network) {
            this.network = network;
        }

        private Schedule build(List<? extends Line> update) {
            List<Equation> headLines = network.headLines();
            List<Equation> finalLines = network.finalHeadLines();
            List<ListedLine> cell = list(Phase.FORWARD, Part.CELL, network.cellLines());
            List<ListedLine> head = list(Phase.FORWARD, Part.HEAD, headLines);
            List<ListedLine> finalHead = list(Phase.FORWARD, Part.HEAD, finalLines);
            List<ListedLine> loss = list(Phase.FORWARD, Part.LOSS, List.of(network.lossLine()));
            List<ListedLine> lossBack = list(Phase.BACKWARD, Part.LOSS, Adjoints.of(List.of(network.lossLine())));
            List<Equation> readByLoss = finalLines.isEmpty() ? headLines : finalLines;
            List<ListedLine> headBack = list(Phase.BACKWARD, Part.HEAD, Adjoints.of(readByLoss));
            List<ListedLine> cellBack = list(Phase.BACKWARD, Part.CELL, Adjoints.of(network.cellLines()));
            List<ListedLine> updates = list(Phase.UPDATE, Part.UPDATE, update);

            List<ScheduledLine> up = everyLayerUp(cell);
            up.addAll(inHead(head));
            List<ScheduledLine> lossPart = inHead(finalHead);
            lossPart.addAll(inHead(loss));
            List<ScheduledLine> lossPartBack = inHead(lossBack);
            lossPartBack.addAll(inHead(headBack));
            List<ScheduledLine> down = everyLayerDown(cellBack);
            if (network.loss().atEveryStep()) {
                up.addAll(lossPart);
                down.addAll(0, lossPartBack);
            }
            block(Phase.FORWARD, Sweep.UP, up);
            if (!network.loss().atEveryStep()) {
                block(Phase.FORWARD, Sweep.ONCE, lossPart);
                block(Phase.BACKWARD, Sweep.ONCE, lossPartBack);
            }
            block(Phase.BACKWARD, Sweep.DOWN, down);
            if (!updates.isEmpty()) {
                block(Phase.UPDATE, Sweep.ONCE, inHead(updates));
            }
            return new Schedule(blocks, listing);
        }

        private List<ListedLine> list(Phase phase, Part part, List<? extends Line> lines) {
            List<ListedLine> listed = new ArrayList<>();
            for (Line line : lines) {
                listed.add(new ListedLine(listing.size() + 1, phase, part, line));
                listing.add(listed.get(listed.size() - 1));
            }
            return listed;
        }

        private void block(Phase phase, Sweep sweep, List<ScheduledLine> lines) {
            blocks.add(new Block(phase, sweep, lines));
        }

        private List<ScheduledLine> everyLayerUp(List<ListedLine> lines) {
            List<ScheduledLine> scheduled = new ArrayList<>();
            for (int layer = 0; layer < network.layers(); layer++) {
                schedule(lines, layer, scheduled);
            }
            return scheduled;
        }

        private List<ScheduledLine> everyLayerDown(List<ListedLine> lines) {
            List<ScheduledLine> scheduled = new ArrayList<>();
            for (int layer = network.layers() - 1; layer >= 0; layer--) {
                schedule(lines, layer, scheduled);
            }
            return scheduled;
        }

        private static List<ScheduledLine> inHead(List<ListedLine> lines) {
            List<ScheduledLine> scheduled = new ArrayList<>();
            schedule(lines, Site.HEAD, scheduled);
            return scheduled;
        }

        private static void schedule(List<ListedLine> lines, int layer, List<ScheduledLine> into) {
            lines.forEach(line -> into.add(new ScheduledLine(line, layer)));
        }
    }
}
