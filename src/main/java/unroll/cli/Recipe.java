package unroll.cli;

import java.util.Collections;
import java.util.List;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.data.Examples;
import unroll.core.data.Targets;
import unroll.core.kernel.Engine;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Preset;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.optim.Adam;
import unroll.core.optim.Flavour;
import unroll.core.optim.Optimizer;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.train.Batching;
import unroll.core.train.Trainer;
import unroll.core.train.TrainingSetup;

/**
 * The trainings whose speed is compared, on random sequences: how long a step takes does not depend on what they say.
 */
enum Recipe {
    /** Rows of 28 × 28 images: Keras' SimpleRNN 128, dense 10, Adam. */
    S0(
            keras(new Rnn(Activation.TANH), 28, 128, 10, LossSpec.atLast(LossKind.CROSS_ENTROPY)),
            new Shape(28, 32),
            Preset.KERAS,
            Adam.keras()),
    /** A sequence of classes: PyTorch's RNN 10 → 128 → 5, SGD. */
    S1(
            Network.of(
                    new Rnn(Activation.TANH),
                    10,
                    128,
                    5,
                    LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN)),
            new Shape(20, 32),
            Preset.TORCH,
            Sgd.plain(Flavour.TORCH, 0.01)),
    /** Sunspots: Keras' SimpleRNN 10, dense 1, RMSprop. */
    S2(
            keras(new Rnn(Activation.TANH), 1, 10, 1, LossSpec.atLast(LossKind.MSE)),
            new Shape(20, 32),
            Preset.KERAS,
            RmsProp.keras()),
    /** Names, a letter a step and a name a batch: the cell of PyTorch's tutorial without a non-linearity, SGD. */
    S3(
            Network.of(new Concat(), 57, 128, 18, LossSpec.atLast(LossKind.CROSS_ENTROPY))
                    .withHead(Head.LOG_SOFTMAX, LossSpec.atLast(LossKind.NLL)),
            new Shape(7, 1),
            Preset.TORCH,
            Sgd.plain(Flavour.TORCH, 0.005)),
    /** Temperatures: Keras' LSTM 50, dense 1, Adam. */
    S4(keras(new Lstm(), 1, 50, 1, LossSpec.atLast(LossKind.MSE)), new Shape(30, 32), Preset.KERAS, Adam.keras());

    private static final int BATCHES = 8;
    private static final long SEED = 0;

    /** The steps and rows of a batch. */
    private record Shape(int steps, int rows) {}

    private final Network network;
    private final int steps;
    private final int rows;
    private final Preset initialiser;
    private final Optimizer optimizer;

    Recipe(Network network, Shape shape, Preset initialiser, Optimizer optimizer) {
        this.network = network;
        this.steps = shape.steps();
        this.rows = shape.rows();
        this.initialiser = initialiser;
        this.optimizer = optimizer;
    }

    /** With one bias, as Keras has it. */
    private static Network keras(Cell cell, int inputs, int hidden, int outputs, LossSpec loss) {
        return Network.of(cell, inputs, hidden, outputs, loss).withBias(BiasMode.SINGLE);
    }

    /** The trainer before its first step. */
    Trainer trainer(Engine engine) {
        TrainingSetup setup = new TrainingSetup(
                network,
                initialiser.initialiser().initialise(network, SEED),
                examples(),
                new Batching(rows, true, SEED),
                UpdateRule.of(optimizer));
        return new Trainer(setup, engine);
    }

    private Examples examples() {
        RandomStream random = RandomStream.named(SEED, "data");
        int count = rows * BATCHES;
        double[] inputs = new double[count * steps * network.inputSize()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextNormal();
        }
        Tensor sequences = Tensor.of(inputs, count, steps, network.inputSize());
        return new Examples(sequences, targets(random, count), Collections.nCopies(count, ""));
    }

    private Targets targets(RandomStream random, int count) {
        int perSequence = network.loss().atEveryStep() ? steps : 1;
        int outputs = network.outputSize();
        if (network.loss().kind().classifies()) {
            double[] classes = new double[count * perSequence];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = random.nextInt(outputs);
            }
            return new Targets.Classes(Tensor.of(classes, count, perSequence), outputs);
        }
        double[] vectors = new double[count * perSequence * outputs];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextNormal();
        }
        return new Targets.Vectors(Tensor.of(vectors, count, perSequence, outputs));
    }

    /** The name of what its first weights are drawn by. */
    String initialiser() {
        return initialiser.id();
    }

    /** The names of all. */
    static List<String> names() {
        return List.of(values()).stream().map(Recipe::name).toList();
    }
}
