package unroll.core.op;

/**
 * A use of a quantity in an equation: at this step or the one before, whole or one block.
 *
 * @param shift 0 for step t, −1 for the step before it in the layer's direction, or {@link #LAST}
 * @param block the index of the block, or {@link #WHOLE}
 */
public record VectorRef(Quantity quantity, int shift, int block) {
    public static final int WHOLE = -1;

    /** The shift that stands for a layer's last step, whatever t is. */
    public static final int LAST = 1;

    /** Whether it is the last step's vector: a final state. */
    public boolean isLast() {
        return shift == LAST;
    }

    /** The whole vector at the same step. */
    public VectorRef whole() {
        return new VectorRef(quantity, shift, WHOLE);
    }

    /** Without its step, such as {@code aⁱ}. */
    public String letter() {
        return block == WHOLE ? quantity.plain() : quantity.plain() + Letters.superscript(blockName());
    }

    /** With its step, such as {@code hₜ₋₁}. */
    public String plain() {
        return letter() + (isOfNoStep() ? "" : isLast() ? "ₙ" : shift == 0 ? "ₜ" : "ₜ₋₁");
    }

    public String tex() {
        String letter = block == WHOLE ? quantity.tex() : quantity.tex() + "^" + blockName();
        return letter + (isOfNoStep() ? "" : isLast() ? "_n" : shift == 0 ? "_t" : "_{t-1}");
    }

    /** Whether its letters say already that there is one for all steps, such as {@code yₙ}. */
    private boolean isOfNoStep() {
        return quantity.equals(Quantity.FINAL_LOGITS);
    }

    /** The name in files: the quantity's id, with its block if it is one. */
    public String id() {
        return block == WHOLE ? quantity.id() : quantity.id() + "." + blockName();
    }

    private String blockName() {
        return quantity.blocks().get(block);
    }
}
