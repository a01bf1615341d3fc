package unroll.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.cell.BiasMode;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** All buffers of an execution: the value and the gradient of every vector. */
final class Memory {
    private final Network network;
    private final Batch batch;
    private final Map<Site, Buffer> values = new LinkedHashMap<>();
    private final Map<Site, Buffer> gradients = new LinkedHashMap<>();
    private final Map<Site, Buffer> joinedValues = new LinkedHashMap<>();
    private final Map<Site, Buffer> joinedGradients = new LinkedHashMap<>();

    Memory(Network network, Batch batch) {
        this.network = network;
        this.batch = batch;
        Site input = new Site(0, Quantity.INPUT);
        values.put(input, batch.inputs());
        gradients.put(input, buffer(network.inputSize()));
        for (int layer = 0; layer < network.layers(); layer++) {
            for (Quantity quantity : network.quantities(layer)) {
                allocate(layer, quantity);
            }
            if (network.stack().dropout().acts(layer)) {
                allocate(new Site(layer, Quantity.MASK), network.inputWidth(layer));
            }
            if (network.bias() == BiasMode.PER_ROW) {
                Site place = new Site(layer, Quantity.PLACE);
                allocate(place, network.hiddenSize());
                values.put(place, RowPlaces.of(network, batch));
            }
        }
        for (Quantity quantity : network.headQuantities()) {
            allocate(Site.head(quantity), network.width(network.layers() - 1, quantity));
        }
    }

    /** A quantity of a layer in all directions, side by side. */
    private void allocate(int layer, Quantity quantity) {
        List<Direction> directions = network.directions();
        int width = network.width(layer, quantity);
        Site joined = new Site(layer, quantity);
        joinedValues.put(joined, buffer(width * directions.size()));
        joinedGradients.put(joined, buffer(width * directions.size()));
        for (int i = 0; i < directions.size(); i++) {
            Site site = new Chain(layer, directions.get(i)).site(quantity);
            values.put(site, joinedValues.get(joined).part(i * width, width));
            gradients.put(site, joinedGradients.get(joined).part(i * width, width));
        }
    }

    private void allocate(Site site, int width) {
        values.put(site, buffer(width));
        gradients.put(site, buffer(width));
    }

    /** A buffer with a slot for each step and for what comes before the first of each direction. */
    Buffer buffer(int width) {
        int slots = batch.capacitySteps() + 1 + (network.stack().bidirectional() ? 1 : 0);
        return new Buffer(slots, batch.capacityRows(), width);
    }

    Map<Site, Buffer> values() {
        return values;
    }

    Map<Site, Buffer> gradients() {
        return gradients;
    }

    /** The values of what a line names at its own step or the one before. */
    Buffer value(Chain reader, VectorRef vector) {
        return find(reader, vector, values, joinedValues);
    }

    /** The gradients of what a line names at its own step or the one before. */
    Buffer gradient(Chain reader, VectorRef vector) {
        return find(reader, vector, gradients, joinedGradients);
    }

    private Buffer find(Chain reader, VectorRef vector, Map<Site, Buffer> single, Map<Site, Buffer> joined) {
        List<Section> sections = Sections.of(network, reader, vector, batch.steps());
        Site first = sections.get(0).site();
        return sections.size() == 1 ? single.get(first) : joined.get(first);
    }
}
