package unroll.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.optim.OptimizerState;
import unroll.core.tensor.Tensor;
import unroll.core.train.Checkpoint;

class CheckpointsTest {
    private static final Network NETWORK = Network.of(new Rnn(Activation.TANH), 1, 2, 1, LossSpec.atLast(LossKind.MSE));
    private static final int SIZE = NETWORK.parameters().size();
    private static final Parameters ZERO = new Parameters(NETWORK.parameters(), Tensor.zeros(SIZE));

    private static Checkpoint at(long iteration) {
        return new Checkpoint(iteration, ZERO, new OptimizerState(iteration, Map.of()));
    }

    private static List<Long> kept(Checkpoints.Budget budget, int iterations) {
        Checkpoints checkpoints = new Checkpoints(budget);
        for (int i = 0; i <= iterations; i++) {
            if (checkpoints.wants(i) || i == iterations && !checkpoints.has(i)) {
                checkpoints.add(at(i));
            }
        }
        return checkpoints.list().stream().map(Checkpoint::iteration).toList();
    }

    @Property
    void theyStaySpreadWithinTheBudget(
            @ForAll @IntRange(min = 4, max = 60) int count, @ForAll @IntRange(max = 3000) int iterations) {
        List<Long> kept = kept(new Checkpoints.Budget(count, Long.MAX_VALUE), iterations);
        assertTrue(kept.size() <= count, () -> kept.size() + " of " + count);
        assertEquals(0L, kept.get(0));
        assertEquals(iterations, kept.get(kept.size() - 1));
        long widest = 0;
        for (int i = 1; i < kept.size(); i++) {
            assertTrue(kept.get(i) > kept.get(i - 1));
            widest = Math.max(widest, kept.get(i) - kept.get(i - 1));
        }
        // Every other one is dropped when the budget is full, so at least half of it stays in use.
        assertTrue(widest <= 1 + 2L * iterations / (count / 2), () -> kept + " of " + count);
    }

    @Test
    void bytesCountToo() {
        long one = (long) SIZE * Double.BYTES;
        assertTrue(kept(new Checkpoints.Budget(1000, 10 * one), 500).size() <= 10);
        assertEquals(4, new Checkpoints.Budget(100, 0).most(one), "never nothing but the ends");
    }

    @Test
    void aShortRunKeepsEveryIteration() {
        assertEquals(List.of(0L, 1L, 2L, 3L), kept(Checkpoints.Budget.STANDARD, 3));
    }
}
