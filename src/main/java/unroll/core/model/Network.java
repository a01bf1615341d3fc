package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;

/**
 * The structure of a network: layers of one cell, a linear head on the top layer's state, and a loss.
 *
 * @param inputSize the width of x at the bottom layer
 * @param hiddenSize H of every layer
 * @param outputSize the number of outputs
 * @param layers how many, from 1
 * @param packed whether a row keeps its state past its own length, as with PyTorch's packed sequences and Keras' masks;
 *     without it the recurrence runs on through the padding
 */
public record Network(
        Cell cell,
        int inputSize,
        int hiddenSize,
        int outputSize,
        int layers,
        BiasMode bias,
        LossSpec loss,
        boolean packed) {
    public Network {
        requirePositive("input size", inputSize);
        requirePositive("hidden size", hiddenSize);
        requirePositive("output size", outputSize);
        requirePositive("number of layers", layers);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("the " + name + " must be at least 1, not " + value);
        }
    }

    /** A network whose rows all have the same length. */
    public static Network of(Cell cell, int inputSize, int hiddenSize, int outputSize, LossSpec loss) {
        return new Network(cell, inputSize, hiddenSize, outputSize, 1, BiasMode.DOUBLE, loss, false);
    }

    /** The forward lines of a layer's cell. */
    public List<Equation> cellLines() {
        return cell.lines(bias);
    }

    /** The forward lines of the head that run at every step. */
    public List<Equation> headLines() {
        return List.of(head(Quantity.LOGITS));
    }

    /** The forward lines that read the final state once; empty unless the loss is on it. */
    public List<Equation> finalHeadLines() {
        return loss.at() == LossSpec.At.FINAL_STATE ? List.of(head(Quantity.FINAL_LOGITS)) : List.of();
    }

    /** The loss line. */
    public Equation lossLine() {
        Quantity read = loss.at() == LossSpec.At.FINAL_STATE ? Quantity.FINAL_LOGITS : Quantity.LOGITS;
        return new Equation(Quantity.LOSS.now(), new Op.Loss(loss.kind(), read.now()));
    }

    private Equation head(Quantity target) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(
                new ParameterRef("out.weight", "V", "V", 0, 1), cell.output().now()));
        if (bias != BiasMode.NONE) {
            terms.add(new Term.Bias(new ParameterRef("out.bias", "b_y", "b_y", 0, 1)));
        }
        return new Equation(target.now(), new Op.Sum(terms));
    }

    /** The quantities that stand beside the layers: outputs, probabilities, losses. */
    public List<Quantity> headQuantities() {
        List<Quantity> quantities = new ArrayList<>();
        quantities.add(Quantity.LOGITS);
        if (loss.at() == LossSpec.At.FINAL_STATE) {
            quantities.add(Quantity.FINAL_LOGITS);
        }
        if (loss.kind().classifies()) {
            quantities.add(Quantity.PROBABILITIES);
        }
        quantities.add(Quantity.LOSS);
        return quantities;
    }

    /**
     * Where the vector is kept that a line calls by a name: for upper layers, x is the state of the layer below; for the
     * head, h is the state of the top layer.
     *
     * @param layer the line's layer, or {@link Site#HEAD}
     */
    public Site site(int layer, Quantity named) {
        if (layer == Site.HEAD) {
            return headQuantities().contains(named) ? Site.head(named) : new Site(layers - 1, named);
        }
        if (layer > 0 && named.equals(Quantity.INPUT)) {
            return new Site(layer - 1, cell.output());
        }
        return new Site(layer, named);
    }

    /** The width of a layer's input. */
    public int inputWidth(int layer) {
        return layer == 0 ? inputSize : hiddenSize;
    }

    /** The number of units of a quantity in a layer (any layer for the head's). */
    public int width(int layer, Quantity quantity) {
        return quantity.blockCount() * extent(layer, quantity.extent());
    }

    /** The length that an extent stands for in a layer. */
    public int extent(int layer, Extent extent) {
        return switch (extent) {
            case INPUT -> inputWidth(layer);
            case HIDDEN -> hiddenSize;
            case OUTPUT -> outputSize;
            case ONE -> 1;
        };
    }

    /** Names, shapes and places of all parameters. */
    public ParameterLayout parameters() {
        return ParameterLayout.of(this);
    }
}
