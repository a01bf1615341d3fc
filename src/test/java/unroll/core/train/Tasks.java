package unroll.core.train;

import java.util.Collections;
import unroll.core.cell.Cell;
import unroll.core.data.Examples;
import unroll.core.data.Targets;
import unroll.core.model.Initialiser;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.LossKind;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** Small things to learn. */
final class Tasks {
    private Tasks() {}

    /** Whether the first of some signs was positive, to be told at the end. */
    static Examples firstSign(int count, int steps) {
        RandomStream random = RandomStream.named(11, "signs");
        double[] inputs = new double[count * steps];
        double[] classes = new double[count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextInt(2) * 2 - 1;
        }
        for (int example = 0; example < count; example++) {
            classes[example] = inputs[example * steps] > 0 ? 1 : 0;
        }
        return new Examples(
                Tensor.of(inputs, count, steps, 1),
                Targets.Classes.ofSequences(classes, 2),
                Collections.nCopies(count, ""));
    }

    /** At every step the sum of all inputs so far. */
    static Examples runningSum(int count, int steps) {
        RandomStream random = RandomStream.named(12, "terms");
        double[] inputs = new double[count * steps];
        double[] sums = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextUniform(-1, 1);
            sums[i] = inputs[i] + (i % steps == 0 ? 0 : sums[i - 1]);
        }
        return new Examples(
                Tensor.of(inputs, count, steps, 1),
                new Targets.Vectors(Tensor.of(sums, count, steps, 1)),
                Collections.nCopies(count, ""));
    }

    static Network network(Cell cell, int hidden, Examples examples) {
        boolean classes = examples.targets().areClasses();
        LossSpec loss = classes
                ? LossSpec.atLast(LossKind.CROSS_ENTROPY)
                : LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);
        int outputs = examples.targets().outputs();
        return Network.of(cell, examples.inputSize(), hidden, outputs, loss);
    }

    /** Batches of 8 in a shuffled order. */
    static TrainingSetup setup(Cell cell, int hidden, Examples examples, UpdateRule rule) {
        Network network = network(cell, hidden, examples);
        return new TrainingSetup(
                network, Initialiser.torch().initialise(network, 1), examples, new Batching(8, true, 1), rule);
    }
}
