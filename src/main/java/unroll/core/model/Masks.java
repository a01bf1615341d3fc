package unroll.core.model;

import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;

/** Dropout's masks of one training iteration, for each layer that has dropout: 0, or 1 / (1 − p). */
public final class Masks {
    private final Dropout dropout;
    private final Batch batch;
    /** Null where a layer has none. */
    private final Buffer[] ofLayers;

    Masks(Network network, Batch batch, Memory memory) {
        this.dropout = network.stack().dropout();
        this.batch = batch;
        this.ofLayers = new Buffer[network.layers()];
        for (int layer = 0; layer < network.layers(); layer++) {
            if (dropout.acts(layer)) {
                ofLayers[layer] = memory.values().get(new Site(layer, Quantity.MASK));
            }
        }
    }

    /** Whether any layer has dropout. */
    public boolean exist() {
        return dropout.inputs() > 0 || (dropout.between() > 0 && ofLayers.length > 1);
    }

    /** Draws all masks anew, in the order of the layers, steps, rows and units. */
    public void draw(RandomStream random) {
        for (int layer = 0; layer < ofLayers.length; layer++) {
            if (ofLayers[layer] != null) {
                draw(random, dropout.rate(layer), ofLayers[layer]);
            }
        }
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
        for (int layer = 0; layer < ofLayers.length; layer++) {
            if (ofLayers[layer] != null) {
                double[] from = other.ofLayers[layer].data();
                System.arraycopy(from, 0, ofLayers[layer].data(), 0, from.length);
            }
        }
    }
}
