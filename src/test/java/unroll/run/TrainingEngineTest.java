package unroll.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Lstm;
import unroll.core.data.Examples;
import unroll.core.data.Targets;
import unroll.core.model.Initialiser;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.LossKind;
import unroll.core.optim.Adam;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.train.Batching;
import unroll.core.train.Checkpoint;
import unroll.core.train.Trainer;
import unroll.core.train.TrainingSetup;

/** An engine decides how fast training is and nothing else. */
class TrainingEngineTest {
    private static final int EXAMPLES = 70;
    private static final int STEPS = 6;
    private static final int INPUTS = 3;

    @Test
    void noBitDependsOnKernelOrThreads() throws Exception {
        Checkpoint expected = trained(false, 1);
        assertEquals(expected, trained(false, 2));
        assertEquals(expected, trained(true, 1));
        assertEquals(expected, trained(true, 2));
    }

    private static Checkpoint trained(boolean withVectors, int threads) throws InterruptedException {
        try (TrainingEngine engine = TrainingEngine.limited(withVectors, threads)) {
            if (withVectors) {
                engine.awaitVectors();
            }
            Trainer trainer = new Trainer(setup(), engine.engine());
            for (int i = 0; i < 12; i++) {
                assertTrue(trainer.step());
            }
            return trainer.checkpoint();
        }
    }

    /** Batches of 32, 32 and 6: two in halves, one whole. */
    private static TrainingSetup setup() {
        LossSpec loss = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
        Network network =
                Network.of(new Lstm(), INPUTS, 11, 4, loss).withLayers(2).inBothDirections();
        RandomStream random = RandomStream.named(3, "data");
        double[] inputs = new double[EXAMPLES * STEPS * INPUTS];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = random.nextNormal();
        }
        double[] classes = new double[EXAMPLES * STEPS];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = random.nextInt(4);
        }
        Examples examples = new Examples(
                Tensor.of(inputs, EXAMPLES, STEPS, INPUTS),
                new Targets.Classes(Tensor.of(classes, EXAMPLES, STEPS), 4),
                Collections.nCopies(EXAMPLES, ""));
        Batching batching = new Batching(32, true, 5);
        return new TrainingSetup(
                network, Initialiser.torch().initialise(network, 5), examples, batching, UpdateRule.of(Adam.torch()));
    }
}
