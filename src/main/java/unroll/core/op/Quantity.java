package unroll.core.op;

import java.util.List;

/**
 * A named vector with one value per time step, such as x, h or a gate.
 *
 * @param id the name in files, watches and conditions, such as {@code h} or {@code a.n}
 * @param plain the letter in plain text, such as {@code aⁿ}
 * @param tex the same in TeX, such as {@code a^n}
 * @param extent the length of one block
 * @param blocks the names of its equally long blocks in order; empty for a vector of one piece
 * @param scale the interval of its values
 * @param reach who may read it
 */
public record Quantity(
        String id, String plain, String tex, Extent extent, List<String> blocks, Scale scale, Reach reach) {
    /** Who reads a vector, which decides whether one line or many add to its gradient. */
    public enum Reach {
        /** Lines of its own layer and step alone. */
        INNER,
        /** Others within its step too: the input, which several cells and the head may share. */
        SHARED,
        /** The next step too: a state. */
        CARRIED
    }

    public static final Quantity INPUT =
            new Quantity("x", "x", "x", Extent.INPUT, List.of(), Scale.SIGNED, Reach.SHARED);
    /** The input after dropout, in a training iteration. */
    public static final Quantity DROPPED_INPUT =
            new Quantity("xd", "x\u0303", "\\tilde x", Extent.INPUT, List.of(), Scale.SIGNED, Reach.INNER);
    /** Dropout's mask: 0, or 1 / (1 − p). Given, not computed. */
    public static final Quantity MASK =
            new Quantity("k", "k", "k", Extent.INPUT, List.of(), Scale.POSITIVE, Reach.INNER);
    /** Where a row stands in its batch: 1 at its place, 0 elsewhere. Given, not computed. */
    public static final Quantity PLACE =
            new Quantity("e", "e", "e", Extent.HIDDEN, List.of(), Scale.POSITIVE, Reach.INNER);
    /** What the head makes of the state, before any output function. */
    public static final Quantity LOGITS = output("y", "y", "y", Scale.SIGNED);
    /** The head's reading of the final state alone, for losses that read nothing else. */
    public static final Quantity FINAL_LOGITS = output("yn", "yₙ", "y_n", Scale.SIGNED);
    /** Softmax of the logits, where the loss is a cross-entropy. */
    public static final Quantity PROBABILITIES = output("p", "p", "p", Scale.UNIT);
    /** The loss of one step. */
    public static final Quantity LOSS = new Quantity("L", "L", "L", Extent.ONE, List.of(), Scale.POSITIVE, Reach.INNER);

    public Quantity {
        blocks = List.copyOf(blocks);
    }

    /** A vector of one block that lives within its step. */
    public static Quantity inner(String id, String plain, String tex, Scale scale) {
        return new Quantity(id, plain, tex, Extent.HIDDEN, List.of(), scale, Reach.INNER);
    }

    /** A state: a vector that the next step reads. */
    public static Quantity state(String id, Scale scale) {
        return new Quantity(id, id, id, Extent.HIDDEN, List.of(), scale, Reach.CARRIED);
    }

    /** A vector with one number for each output. */
    public static Quantity output(String id, String plain, String tex, Scale scale) {
        return new Quantity(id, plain, tex, Extent.OUTPUT, List.of(), scale, Reach.INNER);
    }

    /** Whether step t + 1 reads it: a state. */
    public boolean carried() {
        return reach == Reach.CARRIED;
    }

    /** Whether it is the input of a layer, as it comes or after dropout. */
    public boolean isInput() {
        return equals(INPUT) || equals(DROPPED_INPUT);
    }

    /** Whether no line computes it, so that nothing asks for its gradient either; the input is not meant. */
    public boolean isGiven() {
        return equals(MASK) || equals(PLACE);
    }

    public int blockCount() {
        return Math.max(1, blocks.size());
    }

    /** This vector at the current step. */
    public VectorRef now() {
        return new VectorRef(this, 0, VectorRef.WHOLE);
    }

    /** This vector one step earlier in the layer's direction. */
    public VectorRef before() {
        return new VectorRef(this, -1, VectorRef.WHOLE);
    }

    /** This vector at the layer's last step. */
    public VectorRef last() {
        return new VectorRef(this, VectorRef.LAST, VectorRef.WHOLE);
    }

    /** One block of this vector at the current step. */
    public VectorRef block(int index) {
        return new VectorRef(this, 0, index);
    }
}
