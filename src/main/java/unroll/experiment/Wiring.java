package unroll.experiment;

import unroll.core.model.Head;

/**
 * How an experiment's network is put together around its cells.
 *
 * @param layers how many, from 1
 * @param bidirectional whether each layer also runs backwards
 * @param output what stands on the top layer
 */
public record Wiring(int layers, boolean bidirectional, Head output) {
    /** One layer, one way, with a linear output. */
    public static final Wiring SINGLE = new Wiring(1, false, Head.LINEAR);

    public Wiring {
        if (layers < 1) {
            throw new IllegalArgumentException("a network needs at least 1 layer, not " + layers);
        }
    }

    public Wiring withLayers(int count) {
        return new Wiring(count, bidirectional, output);
    }

    public Wiring withBidirectional(boolean both) {
        return new Wiring(layers, both, output);
    }

    public Wiring withOutput(Head head) {
        return new Wiring(layers, bidirectional, head);
    }
}
