package unroll.experiment;

import unroll.core.cell.BiasMode;
import unroll.core.data.Dataset;
import unroll.core.model.Dropout;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;

/**
 * The choices that make a network for a task.
 *
 * @param activation of a plain cell; kept, though without effect, while another cell is chosen
 * @param hidden H
 * @param wiring layers, directions and output
 */
public record Model(CellKind cell, Activation activation, int hidden, Wiring wiring, BiasMode bias, LossSpec loss) {
    public Model {
        if (hidden < 1) {
            throw new IllegalArgumentException("a network needs at least 1 unit, not " + hidden);
        }
        Network.requireFit(wiring.output(), loss);
    }

    public int layers() {
        return wiring.layers();
    }

    /** The network with the data's numbers of inputs and outputs, packed where batches hold rows of unequal length. */
    public Network network(Dataset data) {
        Sizes sizes =
                new Sizes(data.training().inputSize(), hidden, data.training().outputs());
        boolean packed = loss.at() != LossSpec.At.LAST && !data.areEquallyLong();
        Stack stack = new Stack(wiring.layers(), wiring.bidirectional(), packed, Dropout.NONE);
        return new Network(cell.cell(activation), sizes, stack, bias, wiring.output(), loss);
    }

    public Model withCell(CellKind replacement) {
        return new Model(replacement, activation, hidden, wiring, bias, loss);
    }

    public Model withActivation(Activation replacement) {
        return new Model(cell, replacement, hidden, wiring, bias, loss);
    }

    public Model withHidden(int units) {
        return new Model(cell, activation, units, wiring, bias, loss);
    }

    public Model withLayers(int count) {
        return new Model(cell, activation, hidden, wiring.withLayers(count), bias, loss);
    }

    public Model withWiring(Wiring replacement) {
        return new Model(cell, activation, hidden, replacement, bias, loss);
    }

    public Model withLoss(LossSpec replacement) {
        return new Model(cell, activation, hidden, wiring, bias, replacement);
    }
}
