package unroll.core.fused;

import unroll.core.kernel.Kernel;
import unroll.core.model.Batch;
import unroll.core.model.InitialStates;
import unroll.core.model.Masks;
import unroll.core.model.Network;

/**
 * What an execution computes from. All parts of a batch share it.
 *
 * @param weights under {@link Network#parameters}; only read
 * @param packed their copies, for products
 */
@SuppressWarnings("ArrayRecordComponent")
record Given(
        Network network,
        Batch batch,
        double[] weights,
        PackedWeights packed,
        Masks masks,
        InitialStates initialStates) {
    /** Starting from zero, with masks that are to be drawn. */
    static Given of(Network network, Batch batch, double[] weights, Kernel kernel) {
        PackedWeights packed = new PackedWeights(kernel, weights, batch.capacityRows());
        return new Given(network, batch, weights, packed, new Masks(network, batch), new InitialStates(network, batch));
    }
}
