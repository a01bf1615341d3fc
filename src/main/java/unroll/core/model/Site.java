package unroll.core.model;

import unroll.core.op.Quantity;

/**
 * A vector of the network: a quantity in a layer.
 *
 * @param layer from 0 at the bottom, or {@link #HEAD} for outputs and losses
 */
public record Site(int layer, Quantity quantity) {
    public static final int HEAD = -1;

    public static Site head(Quantity quantity) {
        return new Site(HEAD, quantity);
    }

    public boolean isHead() {
        return layer == HEAD;
    }
}
