package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Gru;
import unroll.core.data.Examples;
import unroll.core.data.Targets;
import unroll.core.model.Batch;
import unroll.core.tensor.Tensor;

class BatchOrderTest {
    /** One-step sequences whose input is their number. */
    private static Examples numbered(int count) {
        double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
        Tensor tensor = Tensor.of(numbers, count, 1, 1);
        List<String> labels =
                IntStream.range(0, count).mapToObj(Integer::toString).toList();
        return new Examples(tensor, new Targets.Vectors(tensor), labels);
    }

    private static List<Integer> iteration(BatchOrder order, Batch batch, long iteration) {
        order.fill(iteration, batch);
        List<Integer> seen = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            seen.add((int) batch.target(1, row, 0));
        }
        return seen;
    }

    private static List<Integer> epoch(BatchOrder order, Batch batch, long epoch) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < order.iterationsPerEpoch(); i++) {
            seen.addAll(iteration(order, batch, epoch * order.iterationsPerEpoch() + i));
        }
        return seen;
    }

    private static Batch batch(Examples examples, BatchOrder order) {
        return new Batch(Tasks.network(new Gru(), 2, examples), 1, order.largestBatch());
    }

    @Property(tries = 100)
    void anEpochSeesEachExampleOnce(
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @IntRange(min = 1, max = 35) int rows,
            @ForAll @IntRange(max = 5) int epoch,
            @ForAll long seed) {
        Examples examples = numbered(count);
        BatchOrder order = new BatchOrder(examples, new Batching(rows, true, seed));
        List<Integer> seen = epoch(order, batch(examples, order), epoch);
        assertEquals(
                IntStream.range(0, count).boxed().toList(),
                seen.stream().sorted().toList());
    }

    @Property(tries = 50)
    void aBatchDependsOnItsIterationAlone(
            @ForAll @IntRange(max = 40) int earlier, @ForAll @IntRange(max = 40) int iteration, @ForAll long seed) {
        Examples examples = numbered(11);
        BatchOrder fresh = new BatchOrder(examples, new Batching(4, true, seed));
        BatchOrder used = new BatchOrder(examples, new Batching(4, true, seed));
        Batch batch = batch(examples, fresh);
        iteration(used, batch, earlier);
        assertEquals(iteration(fresh, batch, iteration), iteration(used, batch, iteration));
    }

    @Test
    void theLastBatchHasTheRest() {
        Examples examples = numbered(10);
        BatchOrder order = new BatchOrder(examples, new Batching(4, false, 0));
        Batch batch = batch(examples, order);
        assertEquals(3, order.iterationsPerEpoch());
        assertEquals(List.of(4, 5, 6, 7), iteration(order, batch, 1));
        assertEquals(List.of(8, 9), iteration(order, batch, 2));
        assertEquals(List.of(0, 1, 2, 3), iteration(order, batch, 3));
    }

    @Test
    void epochsAndSeedsHaveOrdersOfTheirOwn() {
        Examples examples = numbered(20);
        BatchOrder order = new BatchOrder(examples, new Batching(5, true, 1));
        Batch batch = batch(examples, order);
        List<Integer> first = epoch(order, batch, 0);
        assertNotEquals(first, epoch(order, batch, 1));
        assertNotEquals(first, epoch(new BatchOrder(examples, new Batching(5, true, 2)), batch, 0));
    }
}
