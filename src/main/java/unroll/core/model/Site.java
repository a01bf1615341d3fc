package unroll.core.model;

import unroll.core.op.Quantity;

/** A vector of the network: a quantity in a layer and direction, or beside the layers. */
public record Site(Chain chain, Quantity quantity) {
    /** The layer of outputs and losses, which belong to none. */
    public static final int HEAD = -1;

    /** A vector of a layer that runs from t = 1 to T. */
    public Site(int layer, Quantity quantity) {
        this(new Chain(layer, Direction.FORWARD), quantity);
    }

    public static Site head(Quantity quantity) {
        return new Site(Chain.HEAD, quantity);
    }

    /** From 0 at the bottom, or {@link #HEAD}. */
    public int layer() {
        return chain.layer();
    }

    public Direction direction() {
        return chain.direction();
    }

    /**
     * What follows the quantity's name in files and conditions: nothing in the lowest layer, {@code @2} in the one above,
     * {@code @1:rev} where a layer runs backwards.
     */
    public String mark() {
        if (direction() == Direction.REVERSE) {
            return "@" + (layer() + 1) + ":" + direction().id();
        }
        return layer() > 0 ? "@" + (layer() + 1) : "";
    }

    public boolean isHead() {
        return chain.isHead();
    }
}
