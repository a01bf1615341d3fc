package unroll.experiment;

import unroll.core.cell.BiasMode;
import unroll.core.data.Dataset;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;

/**
 * The choices that make a network for a task.
 *
 * @param activation of a plain cell; kept, though without effect, while another cell is chosen
 * @param hidden H
 * @param layers how many
 */
public record Model(CellKind cell, Activation activation, int hidden, int layers, BiasMode bias, LossSpec loss) {
    public Model {
        if (hidden < 1 || layers < 1) {
            throw new IllegalArgumentException(
                    "a network needs at least 1 unit and 1 layer, not " + hidden + " and " + layers);
        }
    }

    /** The network with the data's numbers of inputs and outputs, packed where batches hold rows of unequal length. */
    public Network network(Dataset data) {
        Sizes sizes =
                new Sizes(data.training().inputSize(), hidden, data.training().outputs());
        boolean packed = loss.at() != LossSpec.At.LAST && !data.areEquallyLong();
        Stack stack = new Stack(layers, false, packed, Dropout.NONE);
        // The negative log-likelihood reads log-probabilities; the other losses need none.
        Head head = loss.kind() == LossKind.NLL ? Head.LOG_SOFTMAX : Head.LINEAR;
        return new Network(cell.cell(activation), sizes, stack, bias, head, loss);
    }

    public Model withCell(CellKind replacement) {
        return new Model(replacement, activation, hidden, layers, bias, loss);
    }

    public Model withActivation(Activation replacement) {
        return new Model(cell, replacement, hidden, layers, bias, loss);
    }

    public Model withHidden(int units) {
        return new Model(cell, activation, units, layers, bias, loss);
    }

    public Model withLayers(int count) {
        return new Model(cell, activation, hidden, count, bias, loss);
    }

    public Model withLoss(LossSpec replacement) {
        return new Model(cell, activation, hidden, layers, bias, replacement);
    }
}
