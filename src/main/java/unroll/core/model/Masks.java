package unroll.core.model;

import java.util.Optional;
import java.util.function.IntFunction;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;

/** Dropout's masks of one training iteration, for each layer that has dropout: 0, or 1 / (1 − p). */
public final class Masks {
    private final Dropout dropout;
    private final Batch batch;
    /** Null where a layer has none. */
    private final Buffer[] ofLayers;

    /** With memory of their own. */
    public Masks(Network network, Batch batch) {
        this(
                network,
                batch,
                layer -> new Buffer(batch.capacitySteps() + 1, batch.capacityRows(), network.inputWidth(layer)));
    }

    Masks(Network network, Batch batch, Memory memory) {
        this(network, batch, layer -> memory.values().get(new Site(layer, Quantity.MASK)));
    }

    private Masks(Network network, Batch batch, IntFunction<Buffer> buffers) {
        this.dropout = network.stack().dropout();
        this.batch = batch;
        this.ofLayers = new Buffer[network.layers()];
        for (int layer = 0; layer < network.layers(); layer++) {
            if (dropout.acts(layer)) {
                ofLayers[layer] = buffers.apply(layer);
            }
        }
    }

    /** Those of a layer, {@code [t][row][unit]} with t = 1 … T, if it has dropout. */
    public Optional<Buffer> of(int layer) {
        return Optional.ofNullable(ofLayers[layer]);
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
                double[] to = ofLayers[layer].data();
                // An execution in both directions keeps a slot more.
                System.arraycopy(from, 0, to, 0, Math.min(from.length, to.length));
            }
        }
    }
}
