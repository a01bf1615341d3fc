package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                new Promise(VarianceScaling.lecunNormal(), 1 / 300.0),
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

    /** A uniform distribution and the limit that it promises for a matrix [400, 300] of four gates. */
    private record Limit(Distribution distribution, double limit) {}

    static Stream<Limit> limits() {
        return Stream.of(
                new Limit(new Distribution.TorchUniform(), 1 / Math.sqrt(100)),
                new Limit(VarianceScaling.glorotUniform(), Math.sqrt(6 / 700.0)),
                new Limit(VarianceScaling.heUniform(), Math.sqrt(6 / 300.0)),
                new Limit(VarianceScaling.lecunUniform(), Math.sqrt(3 / 300.0)));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aUniformDistributionFillsItsRange(Limit promise) {
        double[] values = promise.distribution().draw(new Fan(400, 300, 4, 300, 400, 100), new RandomStream(6));
        double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        assertTrue(largest <= promise.limit() && largest > 0.999 * promise.limit(), promise + ": " + largest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glorot-normal", "lecun-normal"})
    void kerasCutsNormalNumbersAtTwoDeviations(String id) {
        VarianceScaling normal = Stream.of(VarianceScaling.glorotNormal(), VarianceScaling.lecunNormal())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Fan fan = new Fan(400, 300, 4, 300, 400, 100);
        double deviation = Math.sqrt(normal.variance(fan)) / 0.8796256610342398;
        double largest = Arrays.stream(normal.draw(fan, new RandomStream(6)))
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertTrue(largest <= 2 * deviation && largest > 1.99 * deviation, id + ": " + largest / deviation);
    }

    @Property(tries = 40)
    void theSpectralRadiusIsExact(
            @ForAll @IntRange(min = 1, max = 25) int side,
            @ForAll @IntRange(min = 1, max = 4) int blocks,
            @ForAll @DoubleRange(min = 0.01, max = 3) double radius,
            @ForAll long seed) {
        Fan fan = new Fan(blocks * side, side, blocks, side, blocks * side, side);
        double[] values = new Distribution.SpectralRadius(radius).draw(fan, new RandomStream(seed));
        for (int block = 0; block < blocks; block++) {
            double largest = Eigenvalues.largestMagnitude(values, block * side * side, side);
            assertEquals(radius, largest, 1e-10 * radius);
        }
    }

    /** Powers grow as the spectral radius does: another way to measure it, without eigenvalues. */
    @Test
    void powersOfAMatrixGrowByItsSpectralRadius() {
        int side = 6;
        double[] matrix = new Distribution.SpectralRadius(1.1)
                .draw(new Fan(side, side, 1, side, side, side), new RandomStream(3));
        double[] power = matrix.clone();
        for (int i = 0; i < 11; i++) {
            power = product(power, power, side);
        }
        double norm = Math.sqrt(Arrays.stream(power).map(each -> each * each).sum());
        assertEquals(Math.log(1.1), Math.log(norm) / 2048, 3e-3);
    }

    private static double[] product(double[] left, double[] right, int side) {
        double[] product = new double[side * side];
        for (int i = 0; i < product.length; i++) {
            for (int k = 0; k < side; k++) {
                product[i] += left[i / side * side + k] * right[k * side + i % side];
            }
        }
        return product;
    }

    @Test
    void aSpectralRadiusIsOfRecurrentWeightsOnly() {
        Distribution radius = new Distribution.SpectralRadius(0.9);
        Initialiser keras = Initialiser.keras();
        Exception problem = assertThrows(IllegalArgumentException.class, () -> keras.with(Kind.INPUT_WEIGHT, radius));
        assertTrue(problem.getMessage().contains("only the recurrent weights are square"), problem.getMessage());
        assertEquals(
                "keras, U spectral radius 0.9",
                keras.with(Kind.RECURRENT_WEIGHT, radius).plain());
    }

    @Test
    void identityIsThatOfLeAndOthers() {
        Network network = Network.of(new Rnn(Activation.RELU), 30, 100, 2, LOSS);
        Map<String, Tensor> tensors =
                Initialiser.identity().initialise(network, 4).tensors();
        Tensor recurrent = tensors.get("weight_hh_l0");
        for (int i = 0; i < recurrent.size(); i++) {
            assertEquals(i / 100 == i % 100 ? 1 : 0, recurrent.at(i));
        }
        assertEquals(Tensor.zeros(100), tensors.get("bias_ih_l0"));
        double[] inputs = tensors.get("weight_ih_l0").toArray();
        double square = Arrays.stream(inputs).map(each -> each * each).average().orElseThrow();
        assertEquals(0.001, Math.sqrt(square), 5e-5);
    }

    @Test
    void itsTextNamesThePresetAndWhatIsChangedInIt() {
        assertEquals("keras", Initialiser.keras().plain());
        assertEquals(
                "torch, forget bias 3.0", Initialiser.torch().withForgetBias(3).plain());
        assertEquals(
                "keras, gain 0.7", Initialiser.keras().withRecurrentGain(0.7).plain());
        assertEquals(
                "identity, V uniform ±0.1",
                Initialiser.identity()
                        .with(Kind.OUTPUT_WEIGHT, new Distribution.Uniform(0.1))
                        .plain());
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
                IllegalArgumentException.class,
                () -> new Initialiser(
                        Map.of(), 1, OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty()));
        assertEquals("an initialiser needs a distribution for INPUT_WEIGHT", problem.getMessage());
    }
}
