package unroll.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.op.Adjoints;
import unroll.core.op.Equation;
import unroll.core.op.Line;
import unroll.core.op.ParameterRef;
import unroll.core.op.VectorLine;

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
     * A line of the listing at work in one layer and direction.
     *
     * @param chain {@link Chain#HEAD} for lines of the head, the loss and the update
     */
    public record ScheduledLine(ListedLine listed, Chain chain) {
        /** From 0, or {@link Site#HEAD}. */
        public int layer() {
            return chain.layer();
        }

        public Direction direction() {
            return chain.direction();
        }

        /** The line in Unicode, with hₜ₊₁ for the state before in a layer that runs backwards. */
        public String plain() {
            return turned(line().plain());
        }

        /** The line in TeX, as {@link #plain}. */
        public String tex() {
            return turned(line().tex());
        }

        /** The rows of the line, as {@link #plain}. */
        public List<Line.Row> rows() {
            return line().rows().stream()
                    .map(row -> new Line.Row(turned(row.plain()), turned(row.tex())))
                    .toList();
        }

        /** A piece of the line's text as its direction has it. */
        public String turned(String text) {
            return direction() == Direction.FORWARD
                    ? text
                    : text.replace("ₜ₋₁", "ₜ₊₁").replace("{t-1}", "{t+1}");
        }

        /** Whether it takes a gradient back to the step that its layer ran before: what truncation cuts. */
        public boolean goesBack() {
            return line() instanceof VectorLine vector && vector.target().shift() < 0;
        }

        /** The name of a parameter that the line names, in the whole network. */
        public String parameterName(ParameterRef parameter) {
            return chain.parameterName(parameter.name());
        }

        public Line line() {
            return listed.line();
        }

        public int number() {
            return listed.number();
        }

        /** Number and chain tell lines of a schedule apart; the equations behind them are costly to hash. */
        @Override
        public int hashCode() {
            return 31 * (31 * listed.number() + chain.layer())
                    + chain.direction().ordinal();
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

    /**
     * The lines that run beside the layers.
     *
     * @param output at every step
     * @param loss with the reading of the final state before it, if there is one
     * @param lossBack the backward lines of the loss and of what it reads
     */
    private record HeadLines(List<ScheduledLine> output, List<ScheduledLine> loss, List<ScheduledLine> lossBack) {}

    private static final class Builder {
        private final Network network;
        private final List<ListedLine> listing = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();

        private Builder(Network network) {
            this.network = network;
        }

        private Schedule build(List<? extends Line> update) {
            List<List<ListedLine>> cells = listCells(Phase.FORWARD);
            List<ScheduledLine> head = inHead(list(Phase.FORWARD, Part.HEAD, network.headLines()));
            List<ScheduledLine> loss = inHead(list(Phase.FORWARD, Part.HEAD, network.finalHeadLines()));
            List<Equation> lossLine = List.of(network.lossLine());
            loss.addAll(inHead(list(Phase.FORWARD, Part.LOSS, lossLine)));
            List<ScheduledLine> lossBack = inHead(list(Phase.BACKWARD, Part.LOSS, Adjoints.of(lossLine)));
            lossBack.addAll(inHead(list(Phase.BACKWARD, Part.HEAD, Adjoints.of(readByLoss()))));
            List<List<ListedLine>> cellsBack = listCells(Phase.BACKWARD);
            List<ScheduledLine> updates = inHead(list(Phase.UPDATE, Part.UPDATE, update));
            HeadLines heads = new HeadLines(head, loss, lossBack);
            if (network.directions().size() == 1) {
                oneWay(cells, cellsBack, heads);
            } else {
                bothWays(cells, cellsBack, heads);
            }
            if (!updates.isEmpty()) {
                block(Phase.UPDATE, Sweep.ONCE, updates);
            }
            return new Schedule(blocks, listing);
        }

        private List<Equation> readByLoss() {
            List<Equation> last = network.finalHeadLines();
            return last.isEmpty() ? network.headLines() : last;
        }

        /** All layers share one sweep, and so do head and loss where every step has one. */
        private void oneWay(List<List<ListedLine>> cells, List<List<ListedLine>> cellsBack, HeadLines heads) {
            List<ScheduledLine> up = new ArrayList<>();
            List<ScheduledLine> down = new ArrayList<>();
            for (Chain chain : network.chains()) {
                up.addAll(in(chain, cells.get(chain.layer())));
                down.addAll(0, in(chain, cellsBack.get(chain.layer())));
            }
            up.addAll(heads.output());
            if (network.loss().atEveryStep()) {
                up.addAll(heads.loss());
                down.addAll(0, heads.lossBack());
            }
            block(Phase.FORWARD, Sweep.UP, up);
            lossOnce(heads);
            block(Phase.BACKWARD, Sweep.DOWN, down);
        }

        /** Each direction of each layer has a sweep of its own, for the layer above reads both of all steps. */
        private void bothWays(List<List<ListedLine>> cells, List<List<ListedLine>> cellsBack, HeadLines heads) {
            List<Chain> chains = network.chains();
            for (Chain chain : chains) {
                Sweep sweep = chain.direction() == Direction.FORWARD ? Sweep.UP : Sweep.DOWN;
                block(Phase.FORWARD, sweep, in(chain, cells.get(chain.layer())));
            }
            List<ScheduledLine> head = new ArrayList<>(heads.output());
            if (network.loss().atEveryStep()) {
                head.addAll(heads.loss());
            }
            block(Phase.FORWARD, Sweep.UP, head);
            lossOnce(heads);
            if (network.loss().atEveryStep()) {
                block(Phase.BACKWARD, Sweep.DOWN, heads.lossBack());
            }
            for (int i = chains.size() - 1; i >= 0; i--) {
                Chain chain = chains.get(i);
                Sweep sweep = chain.direction() == Direction.FORWARD ? Sweep.DOWN : Sweep.UP;
                block(Phase.BACKWARD, sweep, in(chain, cellsBack.get(chain.layer())));
            }
        }

        private void lossOnce(HeadLines heads) {
            if (!network.loss().atEveryStep()) {
                block(Phase.FORWARD, Sweep.ONCE, heads.loss());
                block(Phase.BACKWARD, Sweep.ONCE, heads.lossBack());
            }
        }

        /** The listed lines of each layer; layers with the same lines share them. */
        private List<List<ListedLine>> listCells(Phase phase) {
            Map<List<Equation>, List<ListedLine>> listed = new LinkedHashMap<>();
            List<List<ListedLine>> ofLayers = new ArrayList<>();
            for (int layer = 0; layer < network.layers(); layer++) {
                List<Equation> lines = network.cellLines(layer);
                if (!listed.containsKey(lines)) {
                    listed.put(lines, list(phase, Part.CELL, phase == Phase.FORWARD ? lines : Adjoints.of(lines)));
                }
                ofLayers.add(listed.get(lines));
            }
            return ofLayers;
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

        private static List<ScheduledLine> inHead(List<ListedLine> lines) {
            return in(Chain.HEAD, lines);
        }

        private static List<ScheduledLine> in(Chain chain, List<ListedLine> lines) {
            List<ScheduledLine> scheduled = new ArrayList<>();
            lines.forEach(line -> scheduled.add(new ScheduledLine(line, chain)));
            return scheduled;
        }
    }
}
