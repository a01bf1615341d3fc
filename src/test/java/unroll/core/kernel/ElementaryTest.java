package unroll.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions against sums of series with 60 digits, by units in the last place. */
class ElementaryTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int SAMPLES = 1500;

    @ParameterizedTest
    @CsvSource({
        "0, 1e-5, 2",
        "1e-5, 0.05, 2",
        "0.05, 0.18, 2",
        "0.18, 0.26, 2",
        "0.26, 0.55, 2",
        "0.55, 1, 1.5",
        "1, 2, 1",
        "2, 5, 0.6",
        "5, 25, 0.6"
    })
    void tanhIsClose(double from, double to, double ulps) {
        assertClose(Elementary::tanh, ElementaryTest::tanh, from, to, ulps);
        assertClose(Elementary::tanh, ElementaryTest::tanh, -to, -from, ulps);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "-40, 40, 1", "-708, 709, 1", "-745, -708, 1"})
    void exponentialIsClose(double from, double to, double ulps) {
        assertClose(Elementary::exp, x -> exp(new BigDecimal(x)), from, to, ulps);
    }

    @ParameterizedTest
    @CsvSource({"-2, 2, 2", "-40, 40, 2", "-745, -40, 2"})
    void sigmoidIsClose(double from, double to, double ulps) {
        assertClose(Elementary::sigmoid, ElementaryTest::sigmoid, from, to, ulps);
    }

    @Test
    void logarithmIsClose() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            double x = i % 2 == 0 ? StrictMath.exp(300 * random.nextGaussian()) : 1 + 0.4 * random.nextDouble() - 0.2;
            double expected = StrictMath.log(x);
            double error = x == 0 || Double.isInfinite(x) ? 0 : Math.abs(Elementary.log(x) - expected);
            assertTrue(error <= Math.ulp(expected), "log " + x + " is " + Elementary.log(x) + ", not " + expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, NaN, NaN, NaN, NaN",
        "Infinity, 1, 1, Infinity, Infinity",
        "-Infinity, -1, 0, 0, NaN",
        "0.0, 0.0, 0.5, 1, -Infinity",
        "-0.0, -0.0, 0.5, 1, -Infinity",
        "4.9E-324, 4.9E-324, 0.5, 1, -744.4400719213812",
        "-4.9E-324, -4.9E-324, 0.5, 1, NaN",
        "1e300, 1, 1, Infinity, 690.7755278982137",
        "-1e300, -1, 0, 0, NaN",
    })
    void hostileArguments(double x, double tanh, double sigmoid, double exp, double log) {
        assertEquals(tanh, Elementary.tanh(x), "tanh");
        assertEquals(sigmoid, Elementary.sigmoid(x), "sigmoid");
        assertEquals(exp, Elementary.exp(x), "exp");
        assertEquals(log, Elementary.log(x), "log");
    }

    private static void assertClose(
            DoubleUnaryOperator function, DoubleFunction<BigDecimal> exact, double from, double to, double ulps) {
        Random random = new Random(7);
        for (int i = 0; i < SAMPLES; i++) {
            double x = from + (to - from) * random.nextDouble();
            BigDecimal wanted = exact.apply(x);
            double ulp = Math.ulp(wanted.doubleValue());
            double error = new BigDecimal(function.applyAsDouble(x))
                    .subtract(wanted)
                    .abs()
                    .divide(new BigDecimal(ulp), DIGITS)
                    .doubleValue();
            assertTrue(error <= ulps, "at " + x + " the error is " + error + " ulp");
        }
    }

    private static BigDecimal tanh(double x) {
        BigDecimal e = exp(new BigDecimal(x).multiply(TWO));
        return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
    }

    private static BigDecimal sigmoid(double x) {
        BigDecimal e = exp(new BigDecimal(x));
        return e.divide(BigDecimal.ONE.add(e), DIGITS);
    }

    /** By the series at x/2ᵏ, squared k times; with digits to spare for the small differences that are made of it. */
    private static BigDecimal exp(BigDecimal x) {
        MathContext digits = new MathContext(100);
        BigDecimal small = x;
        int halvings = 0;
        while (small.abs().compareTo(new BigDecimal("0.001")) > 0) {
            small = small.divide(TWO, digits);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 28; i++) {
            term = term.multiply(small, digits).divide(BigDecimal.valueOf(i), digits);
            sum = sum.add(term, digits);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, digits);
        }
        return sum;
    }
}
