package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Factor;
import unroll.core.op.LossKind;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/** The structure of a network: layers of one cell, a head on the top layer, and a loss. */
public record Network(Cell cell, Sizes sizes, Stack stack, BiasMode bias, Head head, LossSpec loss) {
    public Network {
        requireFit(head, loss);
    }

    /** Checks that a loss can read what a head makes. */
    public static void requireFit(Head head, LossSpec loss) {
        if ((loss.kind() == LossKind.NLL) != (head == Head.LOG_SOFTMAX)) {
            throw new IllegalArgumentException("the loss nll reads log-probabilities and the output log_softmax makes"
                    + " them: one needs the other, found " + loss.kind().id() + " on " + head.id());
        }
        if (loss.kind() == LossKind.CROSS_ENTROPY && head != Head.LINEAR) {
            throw new IllegalArgumentException(
                    "cross_entropy takes the softmax itself and needs the output linear, not " + head.id());
        }
        if (loss.at() == LossSpec.At.FINAL_STATE && head != Head.LINEAR) {
            throw new IllegalArgumentException("a loss on the final state needs the output linear, not " + head.id());
        }
    }

    /** A single layer in one direction with a linear head; all rows have the same length. */
    public static Network of(Cell cell, int inputSize, int hiddenSize, int outputSize, LossSpec loss) {
        Sizes sizes = new Sizes(inputSize, hiddenSize, outputSize);
        return new Network(cell, sizes, Stack.SINGLE, BiasMode.DOUBLE, Head.LINEAR, loss);
    }

    public Network withBias(BiasMode replacement) {
        return new Network(cell, sizes, stack, replacement, head, loss);
    }

    public Network withHead(Head newHead, LossSpec newLoss) {
        return new Network(cell, sizes, stack, bias, newHead, newLoss);
    }

    public Network withLayers(int count) {
        return with(new Stack(count, stack.bidirectional(), stack.packed(), stack.dropout()));
    }

    /** With every layer running in both directions. */
    public Network inBothDirections() {
        return with(new Stack(stack.layers(), true, stack.packed(), stack.dropout()));
    }

    /** With rows that keep their state past their own length, or without. */
    public Network withPacked(boolean packed) {
        return with(new Stack(stack.layers(), stack.bidirectional(), packed, stack.dropout()));
    }

    /** The network of a training iteration, or with {@link Dropout#NONE} of an evaluation; its parameters are the same. */
    public Network withDropout(Dropout dropout) {
        return with(new Stack(stack.layers(), stack.bidirectional(), stack.packed(), dropout));
    }

    private Network with(Stack replacement) {
        return new Network(cell, sizes, replacement, bias, head, loss);
    }

    public int inputSize() {
        return sizes.input();
    }

    public int hiddenSize() {
        return sizes.hidden();
    }

    public int outputSize() {
        return sizes.output();
    }

    public int layers() {
        return stack.layers();
    }

    /** The rows of the largest batch that it can read. */
    public int mostRows() {
        return bias == BiasMode.PER_ROW ? hiddenSize() : Integer.MAX_VALUE;
    }

    public boolean packed() {
        return stack.packed();
    }

    /** One, or both. */
    public List<Direction> directions() {
        return stack.bidirectional() ? List.of(Direction.values()) : List.of(Direction.FORWARD);
    }

    /** All layers in all directions: from the bottom, → before ←. */
    public List<Chain> chains() {
        List<Chain> chains = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            for (Direction direction : directions()) {
                chains.add(new Chain(layer, direction));
            }
        }
        return chains;
    }

    /** The forward lines of a layer's cell, the same in each direction. */
    public List<Equation> cellLines(int layer) {
        if (!stack.dropout().acts(layer)) {
            return cell.lines(bias);
        }
        Term kept = Term.Elementwise.of(Factor.of(Quantity.MASK.now()), Factor.of(Quantity.INPUT.now()));
        List<Equation> lines = new ArrayList<>();
        lines.add(new Equation(Quantity.DROPPED_INPUT.now(), new Op.Sum(List.of(kept))));
        lines.addAll(cell.lines(bias, Quantity.DROPPED_INPUT));
        return lines;
    }

    /** The vectors that a layer's lines write, h first. */
    public List<Quantity> quantities(int layer) {
        List<Quantity> quantities = new ArrayList<>(cell.quantities());
        if (stack.dropout().acts(layer)) {
            quantities.add(Quantity.DROPPED_INPUT);
        }
        return quantities;
    }

    /** The forward lines of the head that run at every step. */
    public List<Equation> headLines() {
        return head.lines(
                cell.headName(),
                readsFinalState() ? cell.output().now() : cell.readout().now(),
                isBiased());
    }

    /** The forward lines that read the final state once; empty unless the loss is on it. */
    public List<Equation> finalHeadLines() {
        return readsFinalState()
                ? List.of(head.sum(
                        cell.headName(), Quantity.FINAL_LOGITS, cell.output().last(), isBiased()))
                : List.of();
    }

    private boolean readsFinalState() {
        return loss.at() == LossSpec.At.FINAL_STATE;
    }

    private boolean isBiased() {
        return bias != BiasMode.NONE;
    }

    /** The vector of the top layer that the head reads: with a loss on the final state, its output, else its readout. */
    public Quantity readByHead() {
        return readsFinalState() ? cell.output() : cell.readout();
    }

    /** What the loss reads. */
    public Quantity readByLoss() {
        return readsFinalState() ? Quantity.FINAL_LOGITS : head.output();
    }

    /** The loss line. */
    public Equation lossLine() {
        return new Equation(
                Quantity.LOSS.now(), new Op.Loss(loss.kind(), readByLoss().now()));
    }

    /** The quantities that stand beside the layers: outputs, probabilities, losses. */
    public List<Quantity> headQuantities() {
        List<Quantity> quantities = new ArrayList<>();
        quantities.add(Quantity.LOGITS);
        if (head != Head.LINEAR) {
            quantities.add(head.output());
        }
        if (readsFinalState()) {
            quantities.add(Quantity.FINAL_LOGITS);
        }
        if (loss.kind().hasProbabilities()) {
            quantities.add(Quantity.PROBABILITIES);
        }
        quantities.add(Quantity.LOSS);
        return quantities;
    }

    /**
     * Where the parts are kept of what a line calls by a name: for upper layers, x is the state of the layer below; for
     * the head, h is the state of the top layer; both join the directions where there are two.
     *
     * @param steps T of the sequences
     */
    public List<Section> sections(ScheduledLine line, VectorRef vector, int steps) {
        return Sections.of(this, line.chain(), vector, steps);
    }

    /** The parts of what the cell of a chain reads as its input, before any dropout. */
    public List<Section> inputOf(Chain chain) {
        return Sections.of(this, chain, Quantity.INPUT.now(), 1);
    }

    /** The width of a layer's input. */
    public int inputWidth(int layer) {
        return layer == 0 ? inputSize() : hiddenSize() * directions().size();
    }

    /** The number of units of a quantity in a layer (any layer for the head's). */
    public int width(int layer, Quantity quantity) {
        return quantity.blockCount() * extent(layer, quantity.extent());
    }

    /** The number of units that the head reads at a step. */
    public int readWidth() {
        return width(layers() - 1, readByHead()) * directions().size();
    }

    /** The length that an extent stands for in a layer. */
    public int extent(int layer, Extent extent) {
        return switch (extent) {
            case INPUT -> inputWidth(Math.max(0, layer));
            case HIDDEN -> hiddenSize();
            case JOINED -> inputWidth(Math.max(0, layer)) + hiddenSize();
            case OUTPUT -> outputSize();
            case ONE -> 1;
        };
    }

    /** Names, shapes and places of all parameters. */
    public ParameterLayout parameters() {
        return ParameterLayout.of(this);
    }
}
