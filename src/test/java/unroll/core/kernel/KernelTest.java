package unroll.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import unroll.core.Allocation;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.kernel.Kernel.Curve;
import unroll.core.kernel.Kernel.Factor;
import unroll.core.kernel.Kernel.Factors;
import unroll.core.kernel.Kernel.Slope;

/** The vector kernel against the plain one, bit by bit, and both against what they are to compute. */
class KernelTest {
    private static final int GAP = 3;

    private final Kernel plain = Kernels.plain();
    private final Kernel vector = Kernels.vector().orElseThrow();

    @Test
    void theVectorKernelTakesOverWhenItIsReady() {
        AtomicBoolean ready = new AtomicBoolean();
        Kernel patient = Kernels.vectorWhen(ready::get);
        double[] x = numbers(new Random(8), 64);
        for (int round = 0; round < 2; round++) {
            double[] y = new double[16];
            Operand sums = Operand.rows(y, 0, 16);
            patient.multiply(1, 16, 4, new Factors(Operand.rows(x, 0, 4), Operand.panels(x, 0, 16, 64)), sums, sums);
            double[] expected = new double[16];
            Operand wanted = Operand.rows(expected, 0, 16);
            plain.multiply(1, 16, 4, new Factors(Operand.rows(x, 0, 4), Operand.panels(x, 0, 16, 64)), wanted, wanted);
            assertArrayEquals(expected, y);
            ready.set(true);
        }
        assertEquals("vector", patient.id());
    }

    @Property(tries = 300)
    void productsHaveTheSameBits(
            @ForAll @IntRange(min = 1, max = 19) int rows,
            @ForAll @IntRange(min = 1, max = 90) int columns,
            @ForAll @IntRange(min = 0, max = 40) int depth,
            @ForAll boolean transposed,
            @ForAll boolean startsElsewhere,
            @ForAll long seed) {
        Random random = new Random(seed);
        int padded = padded(columns);
        double[] a = numbers(random, rows * depth + GAP);
        double[] b = numbers(random, depth * padded);
        double[] start = numbers(random, rows * padded + GAP);
        Operand left = transposed ? Operand.transposed(a, GAP, rows) : Operand.rows(a, GAP, depth);
        double[] expected = start.clone();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = GAP + i * padded + j;
                for (int k = 0; k < depth; k++) {
                    double x = a[GAP + (transposed ? k * rows + i : i * depth + k)];
                    expected[at] = Math.fma(x, b[k * padded + j], expected[at]);
                }
            }
        }
        for (int way = 0; way < 3; way++) {
            Kernel kernel = way == 0 ? vector : plain;
            double[] c = startsElsewhere ? new double[start.length] : start.clone();
            Operand begin = Operand.rows(start, GAP, padded);
            Operand sums = Operand.rows(c, GAP, padded);
            Operand right = way == 2 ? lines(b, depth, padded) : Operand.panels(b, 0, padded, kernel.panelWidth());
            Factors factors = new Factors(left, right);
            kernel.multiply(rows, padded, depth, factors, startsElsewhere ? begin : sums, sums);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    assertSameBits(expected[GAP + i * padded + j], c[GAP + i * padded + j], kernel.id());
                }
            }
        }
    }

    private static Operand lines(double[] b, int depth, int width) {
        double[][] lines = new double[(depth + Operand.LINES - 1) / Operand.LINES * Operand.LINES][width];
        for (int k = 0; k < depth; k++) {
            System.arraycopy(b, k * width, lines[k], 0, width);
        }
        return Operand.lines(lines, lines.length);
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void curvesHaveTheSameBits(Curve curve) {
        assertSameResult(1200, (kernel, arrays) -> kernel.apply(curve, 2, 600, arrays.x(0), arrays.y(1)));
        assertSameResult(40, (kernel, arrays) -> kernel.apply(curve, 3, 40, arrays.x(0), arrays.x(0)));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void slopesHaveTheSameBits(Curve curve) {
        for (Accumulation into : Accumulation.values()) {
            assertSameResult(
                    40,
                    (kernel, arrays) ->
                            kernel.slope(curve, into, 5, 40, new Slope(arrays.x(0), arrays.x(1), arrays.y(0))));
        }
    }

    @Test
    void elementwiseOperationsHaveTheSameBits() {
        for (Accumulation into : Accumulation.values()) {
            assertSameResult(
                    40,
                    (kernel, arrays) -> kernel.product(
                            into, 5, 40, Factor.of(arrays.x(0)).negative(), Factor.oneMinus(arrays.x(1)), arrays.y(0)));
            assertSameResult(
                    40, (kernel, arrays) -> kernel.add(into, 5, 40, Factor.oneMinus(arrays.x(0)), arrays.y(0)));
        }
        assertSameResult(40, (kernel, arrays) -> kernel.sumRows(7, 40, arrays.x(0), arrays.y(0)));
        assertSameResult(40, (kernel, arrays) -> kernel.spread(7, 40, arrays.x(0), arrays.y(0)));
    }

    @Test
    void arraysHaveTheBitsOfTheScalars() {
        double[] x = hostile(4000);
        double[] y = new double[x.length];
        Operand from = Operand.rows(x, 0, x.length);
        Operand to = Operand.rows(y, 0, y.length);
        vector.apply(Curve.TANH, 1, x.length, from, to);
        for (int i = 0; i < x.length; i++) {
            assertSameBits(Elementary.tanh(x[i]), y[i], "tanh " + x[i]);
        }
        vector.apply(Curve.SIGMOID, 1, x.length, from, to);
        for (int i = 0; i < x.length; i++) {
            assertSameBits(Elementary.sigmoid(x[i]), y[i], "sigmoid " + x[i]);
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = -Math.abs(x[i]);
        }
        for (Kernel kernel : new Kernel[] {plain, vector}) {
            kernel.exp(50, 80, Operand.rows(x, 0, 80), Operand.rows(y, 0, 80));
            for (int i = 0; i < x.length; i++) {
                assertSameBits(Elementary.exp(x[i]), y[i], "exp " + x[i]);
            }
        }
    }

    /** Without what makes the plain kernel go the slow way. */
    @Test
    void arraysOfTamePlainValuesHaveTheBitsOfTheScalars() {
        double[] edges = {0.0, -0.0, Double.MIN_VALUE, -1e-310, 22, -22.5, 1e300, 0.17328, 0.5493061443340549, 1e-17};
        Random random = new Random(6);
        double[] x = new double[20_000];
        for (int i = 0; i < x.length; i++) {
            double size = StrictMath.pow(10, 5 * random.nextDouble() - 3);
            x[i] = i % 9 == 4 ? edges[random.nextInt(edges.length)] : size * random.nextGaussian();
        }
        double[] y = new double[x.length];
        plain.apply(Curve.TANH, 1, x.length, Operand.rows(x, 0, x.length), Operand.rows(y, 0, x.length));
        for (int i = 0; i < x.length; i++) {
            assertSameBits(Elementary.tanh(x[i]), y[i], "tanh " + x[i]);
            x[i] = Math.max(-650, Math.min(x[i], 650));
        }
        plain.apply(Curve.SIGMOID, 100, 200, Operand.rows(x, 0, 200), Operand.rows(y, 0, 200));
        for (int i = 0; i < x.length; i++) {
            assertSameBits(Elementary.sigmoid(x[i]), y[i], "sigmoid " + x[i]);
            x[i] = -Math.abs(x[i]);
        }
        plain.exp(1000, 20, Operand.rows(x, 0, 20), Operand.rows(y, 0, 20));
        for (int i = 0; i < x.length; i++) {
            assertSameBits(Elementary.exp(x[i]), y[i], "exp " + x[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void curvesAllocateNothing(Curve curve) {
        double[] x = hostile(1024);
        double[] y = new double[x.length];
        Operand from = Operand.rows(x, 0, x.length);
        Operand to = Operand.rows(y, 0, x.length);
        for (int i = 0; i < 60_000; i++) {
            vector.apply(curve, 1, x.length, from, to);
        }
        long bytes = Allocation.bytes(() -> {
            for (int i = 0; i < 1000; i++) {
                vector.apply(curve, 1, x.length, from, to);
            }
        });
        assertTrue(bytes < 1000, bytes + " bytes");
    }

    /** Sources that are read, a target that is written, both in rows with room between them. */
    @SuppressWarnings("ArrayRecordComponent") // both are written to on purpose
    private record Arrays(double[] source, double[] target, int stride) {
        Operand x(int gap) {
            return Operand.rows(source, gap * GAP, stride);
        }

        Operand y(int gap) {
            return Operand.rows(target, gap * GAP, stride);
        }
    }

    private void assertSameResult(int stride, BiConsumer<Kernel, Arrays> operation) {
        double[] source = hostile(8 * stride + 100 * GAP);
        double[] target = numbers(new Random(1), source.length);
        Arrays ofPlain = new Arrays(source.clone(), target.clone(), stride);
        Arrays ofVector = new Arrays(source.clone(), target.clone(), stride);
        operation.accept(plain, ofPlain);
        operation.accept(vector, ofVector);
        for (int i = 0; i < target.length; i++) {
            assertSameBits(ofPlain.target()[i], ofVector.target()[i], "target " + i);
        }
        for (int i = 0; i < 40; i++) {
            assertSameBits(ofPlain.source()[i], ofVector.source()[i], "source " + i);
        }
    }

    private static void assertSameBits(double expected, double actual, String what) {
        assertEquals(
                Double.doubleToLongBits(expected),
                Double.doubleToLongBits(actual),
                () -> what + ": " + expected + " and " + actual);
    }

    private int padded(int columns) {
        return (columns + vector.lanes() - 1) / vector.lanes() * vector.lanes();
    }

    private static double[] numbers(Random random, int count) {
        return random.doubles(count, -2, 2).toArray();
    }

    /** Ordinary numbers, and among them those at which something changes. */
    private static double[] hostile(int count) {
        double[] special = {
            0.0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            1e-310,
            22,
            -22,
            23,
            1e300,
            -1e300,
            710,
            709.78,
            -745.1,
            -745.2,
            -746,
            -747,
            0.17328,
            0.5493061443340549,
            0.5493061443340548
        };
        Random random = new Random(5);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double size = StrictMath.pow(10, 4 * random.nextDouble() - 2);
            values[i] = i % 7 == 3 ? special[random.nextInt(special.length)] : size * random.nextGaussian();
        }
        return values;
    }
}
