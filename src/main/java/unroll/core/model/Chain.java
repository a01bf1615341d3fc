package unroll.core.model;

import unroll.core.op.Quantity;

/**
 * A layer in one of its directions: the chain of states that its cell makes over the time steps.
 *
 * @param layer from 0 at the bottom, or {@link Site#HEAD} for what runs beside the layers
 */
public record Chain(int layer, Direction direction) {
    /** What runs beside the layers: head, loss and update. */
    public static final Chain HEAD = new Chain(Site.HEAD, Direction.FORWARD);

    public boolean isHead() {
        return layer == Site.HEAD;
    }

    /** A vector of this chain. */
    public Site site(Quantity quantity) {
        return new Site(this, quantity);
    }

    /**
     * A parameter's name in the whole network, in PyTorch's words: {@code weight_hh_l1_reverse}. A name with a module in
     * it, such as {@code i2h.weight}, gets nothing in the first chain, as there the module is the layer.
     *
     * @param name within the layer
     */
    public String parameterName(String name) {
        boolean first = layer == 0 && direction == Direction.FORWARD;
        if (isHead() || (first && name.contains("."))) {
            return name;
        }
        return name + "_l" + layer + (direction == Direction.REVERSE ? "_reverse" : "");
    }
}
