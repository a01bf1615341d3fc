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
 * @param carried whether step t + 1 reads it: a state
 */
public record Quantity(
        String id, String plain, String tex, Extent extent, List<String> blocks, Scale scale, boolean carried) {
    public static final Quantity INPUT = new Quantity("x", "x", "x", Extent.INPUT, List.of(), Scale.SIGNED, false);
    /** What the head makes of the state, before any output function. */
    public static final Quantity LOGITS = new Quantity("y", "y", "y", Extent.OUTPUT, List.of(), Scale.SIGNED, false);
    /** The head's reading of the final state alone, for losses that read nothing else. */
    public static final Quantity FINAL_LOGITS =
            new Quantity("yn", "yₙ", "y_n", Extent.OUTPUT, List.of(), Scale.SIGNED, false);
    /** Softmax of the logits, where the loss is a cross-entropy. */
    public static final Quantity PROBABILITIES =
            new Quantity("p", "p", "p", Extent.OUTPUT, List.of(), Scale.UNIT, false);
    /** The loss of one step. */
    public static final Quantity LOSS = new Quantity("L", "L", "L", Extent.ONE, List.of(), Scale.POSITIVE, false);

    public Quantity {
        blocks = List.copyOf(blocks);
    }

    /** A vector of one block that lives within its step. */
    public static Quantity inner(String id, String plain, String tex, Scale scale) {
        return new Quantity(id, plain, tex, Extent.HIDDEN, List.of(), scale, false);
    }

    /** A state: a vector that the next step reads. */
    public static Quantity state(String id, Scale scale) {
        return new Quantity(id, id, id, Extent.HIDDEN, List.of(), scale, true);
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

    /** One block of this vector at the current step. */
    public VectorRef block(int index) {
        return new VectorRef(this, 0, index);
    }
}
