package unroll.core.model;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** All buffers of an execution: the value and the gradient of every vector. */
final class Memory {
    private final Network network;
    private final Batch batch;
    private final Map<Site, Buffer> values = new LinkedHashMap<>();
    private final Map<Site, Buffer> gradients = new LinkedHashMap<>();

    Memory(Network network, Batch batch) {
        this.network = network;
        this.batch = batch;
        Site input = new Site(0, Quantity.INPUT);
        values.put(input, batch.inputs());
        gradients.put(input, buffer(network.inputSize()));
        for (int layer = 0; layer < network.layers(); layer++) {
            for (Quantity quantity : network.cell().quantities()) {
                allocate(new Site(layer, quantity), network.width(layer, quantity));
            }
        }
        for (Quantity quantity : network.headQuantities()) {
            allocate(Site.head(quantity), network.width(network.layers() - 1, quantity));
        }
    }

    private void allocate(Site site, int width) {
        values.put(site, buffer(width));
        gradients.put(site, buffer(width));
    }

    Buffer buffer(int width) {
        return new Buffer(batch.capacitySteps(), batch.capacityRows(), width);
    }

    Map<Site, Buffer> values() {
        return values;
    }

    Map<Site, Buffer> gradients() {
        return gradients;
    }

    Buffer value(int layer, Quantity quantity) {
        return values.get(site(layer, quantity));
    }

    Buffer gradient(int layer, Quantity quantity) {
        return gradients.get(site(layer, quantity));
    }

    /** The offset of a reference's block within its vector. */
    int blockOffset(int layer, VectorRef vector) {
        return vector.block() == VectorRef.WHOLE
                ? 0
                : vector.block() * network.extent(layer, vector.quantity().extent());
    }

    /** The width of a reference: of its block, or of all. */
    int width(int layer, VectorRef vector) {
        int extent = network.extent(layer, vector.quantity().extent());
        return vector.block() == VectorRef.WHOLE ? extent * vector.quantity().blockCount() : extent;
    }

    /** Where a quantity that a line of the layer names is kept: x of an upper layer is the state below it. */
    Site site(int layer, Quantity quantity) {
        return network.site(layer, quantity);
    }
}
