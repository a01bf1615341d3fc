package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Gru;
import unroll.core.cell.Rnn;
import unroll.core.data.Examples;
import unroll.core.model.Initialiser;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.op.Activation;
import unroll.core.tensor.Tensor;

class EvaluationTest {
    @Test
    void aHeadOfZerosErrsByTheTargetsThemselves() {
        Examples sums = Tasks.runningSum(13, 4);
        Network network = Tasks.network(new Gru(), 3, sums);
        Parameters silent = Initialiser.torch()
                .initialise(network, 1)
                .with("out.weight", Tensor.zeros(1, 3))
                .with("out.bias", Tensor.zeros(1));
        Evaluation.Result result = new Evaluation(network, sums, 5).of(silent);
        double squared = 0;
        double absolute = 0;
        for (int example = 0; example < 13; example++) {
            double sum = 0;
            for (int t = 1; t <= 4; t++) {
                sum += sums.input(example, t, 0);
                squared += sum * sum;
                absolute += Math.abs(sum);
            }
        }
        assertEquals(squared / 52, result.meanSquaredError().orElseThrow(), 1e-14);
        assertEquals(absolute / 52, result.meanAbsoluteError().orElseThrow(), 1e-14);
        assertEquals(squared / 52, result.loss(), 1e-14);
        assertTrue(result.accuracy().isEmpty());
    }

    @Test
    void accuracyIsTheShareOfRightClasses() {
        Examples signs = Tasks.firstSign(30, 3);
        Network network = Tasks.network(new Rnn(Activation.TANH), 3, signs);
        Parameters always = Initialiser.torch()
                .initialise(network, 1)
                .with("out.weight", Tensor.zeros(2, 3))
                .with("out.bias", Tensor.of(new double[] {0, 1}, 2));
        long positive =
                IntStream.range(0, 30).filter(i -> signs.input(i, 1, 0) > 0).count();
        Evaluation.Result result = new Evaluation(network, signs, 7).of(always);
        assertEquals(positive / 30.0, result.accuracy().orElseThrow(), 1e-15);
        double expected = Math.log(1 + Math.E) - positive / 30.0;
        assertEquals(expected, result.loss(), 1e-14);
        assertEquals(result.loss(), result.score().loss());
        assertTrue(result.meanSquaredError().isEmpty());
    }

    @Test
    void theSizeOfTheBatchesDoesNotMatter() {
        Examples sums = Tasks.runningSum(13, 4);
        Network network = Tasks.network(new Gru(), 3, sums);
        Parameters parameters = Initialiser.torch().initialise(network, 1);
        double one = new Evaluation(network, sums, 1).of(parameters).loss();
        for (int rows : new int[] {2, 5, 13, 100}) {
            assertEquals(one, new Evaluation(network, sums, rows).of(parameters).loss(), 1e-15);
        }
    }

    @Test
    void parametersOfAnotherNetworkAreRefused() {
        Examples sums = Tasks.runningSum(3, 4);
        Evaluation evaluation = new Evaluation(Tasks.network(new Gru(), 3, sums), sums, 2);
        Parameters other = Initialiser.torch().initialise(Tasks.network(new Gru(), 4, sums), 1);
        assertThrows(IllegalArgumentException.class, () -> evaluation.of(other));
    }
}
