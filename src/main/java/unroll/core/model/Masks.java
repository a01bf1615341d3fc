package unroll.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;

/** Dropout's masks of one training iteration, for each layer that has dropout: 0, or 1 / (1 − p). */
public final class Masks {
    private final Dropout dropout;
    private final Batch batch;
    private final Map<Integer, Buffer> ofLayers = new LinkedHashMap<>();

    Masks(Network network, Batch batch, Memory memory) {
        this.dropout = network.stack().dropout();
        this.batch = batch;
        for (int layer = 0; layer < network.layers(); layer++) {
            if (dropout.acts(layer)) {
                ofLayers.put(layer, memory.values().get(new Site(layer, Quantity.MASK)));
            }
        }
    }

    /** Whether any layer has dropout. */
    public boolean exist() {
        return !ofLayers.isEmpty();
    }

    /** Draws all masks anew, in the order of the layers, steps, rows and units. */
    public void draw(RandomStream random) {
        ofLayers.forEach((layer, mask) -> draw(random, dropout.rate(layer), mask));
    }

    private void draw(RandomStream random, double rate, Buffer mask) {
        for (int t = 1; t <= batch.steps(); t++) {
            for (int row = 0; row < batch.rows(); row++) {
                int at = mask.offset(t, row);
                for (int unit = 0; unit < mask.width(); unit++) {
                    mask.data()[at + unit] = random.nextUniform() < rate ? 0 : 1 / (1 - rate);
                }
            }
        }
    }

    /** Takes the masks of another execution of the same sequences. */
    public void copyFrom(Masks other) {
        ofLayers.forEach((layer, mask) -> {
            double[] from = other.ofLayers.get(layer).data();
            System.arraycopy(from, 0, mask.data(), 0, from.length);
        });
    }
}
