package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

class InitialiserTest {
    private static final LossSpec LOSS = LossSpec.atLast(LossKind.MSE);
    private static final Network LSTM = Network.of(new Lstm(), 12, 40, 5, LOSS);
    private static final Network RNN = Network.of(new Rnn(Activation.TANH), 3, 8, 2, LOSS);

    /** A distribution and the variance that it promises for a matrix [400, 300] of four gates. */
    private record Promise(Distribution distribution, double variance) {}

    static Stream<Promise> promises() {
        return Stream.of(
                new Promise(new Distribution.Uniform(0.3), 0.3 * 0.3 / 3),
                new Promise(new Distribution.Normal(0.2), 0.04),
                new Promise(new Distribution.TorchUniform(), 1 / (3.0 * 100)),
                new Promise(VarianceScaling.glorotUniform(), 2 / 700.0),
                new Promise(VarianceScaling.glorotNormal(), 2 / 700.0),
                new Promise(VarianceScaling.heUniform(), 2 / 300.0),
                new Promise(VarianceScaling.heNormal(), 2 / 300.0),
                new Promise(VarianceScaling.lecunUniform(), 1 / 300.0),
                new Promise(new Distribution.Orthogonal(2), 4 / 400.0));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void theVarianceIsAsPromised(Promise promise) {
        Fan fan = new Fan(400, 300, 4, 300, 400, 100);
        double[] values = promise.distribution().draw(fan, new RandomStream(5));
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(each -> each * each).average().orElseThrow() - mean * mean;
        assertEquals(promise.variance(), variance, 0.02 * promise.variance());
        assertEquals(0, mean, 5 * Math.sqrt(promise.variance() / values.length));
    }

    @Property(tries = 50)
    void theSmallerSideOfAnOrthogonalMatrixIsOrthonormal(
            @ForAll @IntRange(min = 1, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns,
            @ForAll long seed) {
        double[] q = OrthogonalMatrix.draw(rows, columns, new RandomStream(seed));
        Tensor matrix = Tensor.of(q, rows, columns);
        int side = Math.min(rows, columns);
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += rows < columns ? matrix.at(i, k) * matrix.at(j, k) : matrix.at(k, i) * matrix.at(k, j);
                }
                assertEquals(i == j ? 1 : 0, product, 1e-13);
            }
        }
    }

    @Property(tries = 50)
    void anotherGainScalesTheSameRecurrentMatrixAndNothingElse(
            @ForAll @DoubleRange(min = -3, max = 3) double gain, @ForAll long seed) {
        Initialiser one = Initialiser.keras();
        Map<String, Tensor> before = one.initialise(RNN, seed).tensors();
        Map<String, Tensor> after =
                one.withRecurrentGain(gain).initialise(RNN, seed).tensors();
        before.forEach((name, tensor) -> {
            Tensor expected = name.startsWith("weight_hh") ? tensor.times(gain) : tensor;
            assertEquals(expected, after.get(name), name);
        });
    }

    @Property(tries = 50)
    void aSeedGivesTheSameBits(@ForAll long seed) {
        for (Initialiser each : List.of(Initialiser.torch(), Initialiser.keras(), Initialiser.identity())) {
            assertEquals(each.initialise(RNN, seed), each.initialise(RNN, seed));
        }
        assertNotEquals(
                Initialiser.torch().initialise(RNN, seed), Initialiser.torch().initialise(RNN, seed + 1));
    }

    @Test
    void anotherDistributionForOneKindLeavesTheOthersAsTheyWere() {
        Map<String, Tensor> before = Initialiser.torch().initialise(LSTM, 7).tensors();
        Map<String, Tensor> after = Initialiser.torch()
                .with(Kind.INPUT_WEIGHT, new Distribution.Orthogonal(1))
                .initialise(LSTM, 7)
                .tensors();
        before.forEach((name, tensor) -> assertEquals(!name.startsWith("weight_ih"), tensor.equals(after.get(name))));
    }

    @Test
    void torchIsUniformUpToTheRootOfTheWidth() {
        Network network = Network.of(new Gru(), 3, 25, 2, LOSS);
        Initialiser.torch().initialise(network, 1).tensors().forEach((name, tensor) -> {
            double largest =
                    Arrays.stream(tensor.toArray()).map(Math::abs).max().orElseThrow();
            assertTrue(largest <= 0.2 && (tensor.size() < 20 || largest > 0.15), name + ": " + largest);
        });
    }

    @Test
    void kerasCountsAllGatesAndOpensTheForgetGate() {
        Parameters parameters = Initialiser.keras().initialise(LSTM, 1);
        double limit = Math.sqrt(6.0 / (12 + 160));
        double[] kernel = parameters.tensor("weight_ih_l0").toArray();
        double largest = Arrays.stream(kernel).map(Math::abs).max().orElseThrow();
        assertTrue(largest < limit && largest > 0.98 * limit);
        Tensor bias = parameters.tensor("bias_ih_l0");
        for (int i = 0; i < bias.size(); i++) {
            assertEquals(i >= 40 && i < 80 ? 1 : 0, bias.at(i));
        }
        assertEquals(Tensor.zeros(160), parameters.tensor("bias_hh_l0"));
        assertEquals(Tensor.zeros(5), parameters.tensor("out.bias"));
    }

    @Test
    void theForgetBiasIsTheSumOfBoth() {
        Parameters parameters = Initialiser.torch().withForgetBias(2.5).initialise(LSTM, 1);
        for (int unit = 40; unit < 80; unit++) {
            assertEquals(
                    2.5,
                    parameters.tensor("bias_ih_l0").at(unit)
                            + parameters.tensor("bias_hh_l0").at(unit));
        }
        assertNotEquals(0, parameters.tensor("bias_hh_l0").at(39));
    }

    @Test
    void identityStandsInEveryGate() {
        Initialiser identity = Initialiser.identity().withRecurrentGain(0.5);
        Tensor recurrent = identity.initialise(LSTM, 1).tensor("weight_hh_l0");
        for (int row = 0; row < 160; row++) {
            for (int column = 0; column < 40; column++) {
                assertEquals(row % 40 == column ? 0.5 : 0, recurrent.at(row, column));
            }
        }
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Distribution.Normal(-1));
        assertThrows(IllegalArgumentException.class, () -> new Distribution.Constant(Double.NaN));
        Initialiser torch = Initialiser.torch();
        assertThrows(IllegalArgumentException.class, () -> torch.withRecurrentGain(Double.POSITIVE_INFINITY));
        Exception problem = assertThrows(
                IllegalArgumentException.class, () -> new Initialiser(Map.of(), 1, OptionalDouble.empty()));
        assertEquals("an initialiser needs a distribution for INPUT_WEIGHT", problem.getMessage());
    }
}
