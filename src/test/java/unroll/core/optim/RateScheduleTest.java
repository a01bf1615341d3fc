package unroll.core.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.core.Allocation;
import unroll.core.op.UpdateLine;
import unroll.core.optim.RateSchedule.Constant;
import unroll.core.optim.RateSchedule.Cosine;
import unroll.core.optim.RateSchedule.Step;

/** Rates against their formulas, written out here once more. */
class RateScheduleTest {
    private static final double RATE = 0.3;

    private static UpdateProgram program(Optimizer optimizer, double[] weights, double[] gradient) {
        return new UpdateProgram(UpdateRule.of(optimizer), OptimizerCase.LAYOUT, weights, gradient);
    }

    private static Sgd scheduled(RateSchedule schedule) {
        return Sgd.torch().with(new Common(Flavour.TORCH, RATE, 0, 0, schedule));
    }

    /** The rates of the first iterations, as they took the weights: each by η · g with g = 1. */
    private static double[] steps(RateSchedule schedule, int iterations) {
        double[] weights = new double[OptimizerCase.LAYOUT.size()];
        double[] gradient = new double[weights.length];
        UpdateProgram program = program(scheduled(schedule), weights, gradient);
        double[] rates = new double[iterations];
        for (int k = 0; k < iterations; k++) {
            weights[3] = 0;
            gradient[3] = 1;
            program.run();
            rates[k] = 0 - weights[3];
            assertEquals(rates[k], program.learningRate());
        }
        return rates;
    }

    private static void assertRates(RateSchedule schedule, LongToDoubleFunction expected) {
        double[] rates = LongStream.rangeClosed(1, 40).mapToDouble(expected).toArray();
        assertArrayEquals(rates, steps(schedule, 40), 1e-15);
    }

    @Test
    void aStepComesAtEverySoManyIterations() {
        assertRates(new RateSchedule(new Step(7, 0.5), 0), k -> RATE * Math.pow(0.5, Math.floor((k - 1) / 7.0)));
    }

    @Test
    void aCosineGoesFromTheFirstRateToTheLastAndStaysThere() {
        assertRates(
                new RateSchedule(new Cosine(20, 0.1), 0),
                k -> 0.1 + 0.5 * (RATE - 0.1) * (1 + Math.cos(Math.PI * Math.min(k - 1, 20) / 20)));
    }

    @Test
    void aWarmUpRisesEvenlyAndTheCourseBeginsAfterIt() {
        assertRates(new RateSchedule(new Constant(), 8), k -> RATE * Math.min(1, k / 8.0));
        assertRates(
                new RateSchedule(new Step(3, 0.1), 8),
                k -> k <= 8 ? RATE * k / 8 : RATE * Math.pow(0.1, Math.floor((k - 9) / 3.0)));
        assertRates(
                new RateSchedule(new Cosine(12, 0), 8),
                k -> k <= 8 ? RATE * k / 8 : 0.5 * RATE * (1 + Math.cos(Math.PI * Math.min(k - 9, 12) / 12)));
    }

    @Property(tries = 100)
    void noScheduleLeavesTheRangeOfItsRates(
            @ForAll @IntRange(min = 0, max = 30) int warmUp,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @DoubleRange(min = 0.01, max = 1) double factor) {
        for (RateSchedule.Course course : List.of(new Constant(), new Step(length, factor), new Cosine(length, 0))) {
            double[] rates = steps(new RateSchedule(course, warmUp), 60);
            for (int k = 1; k < rates.length; k++) {
                assertTrue(rates[k] >= 0 && rates[k] <= RATE * (1 + 1e-15), course + " " + rates[k]);
                assertTrue(k < warmUp ? rates[k] > rates[k - 1] : rates[k] <= rates[k - 1], course + " at " + (k + 1));
            }
        }
    }

    @Property(tries = 50)
    void aRestoredProgramHasTheSameRates(
            @ForAll @IntRange(min = 0, max = 30) int before, @ForAll @IntRange(min = 0, max = 9) int warmUp) {
        Optimizer optimizer = scheduled(new RateSchedule(new Cosine(25, 0.01), warmUp));
        double[] weights = new double[OptimizerCase.LAYOUT.size()];
        UpdateProgram first = program(optimizer, weights, new double[weights.length]);
        for (int i = 0; i < before; i++) {
            first.run();
        }
        UpdateProgram second = program(optimizer, weights.clone(), new double[weights.length]);
        second.restore(first.state());
        for (int i = 0; i < 5; i++) {
            first.run();
            second.run();
            assertEquals(first.learningRate(), second.learningRate());
        }
    }

    @Test
    void aChangingRateHasALineOfItsOwnAndAConstantOneHasNone() {
        assertEquals(List.of("w ← w − η g"), lines(scheduled(RateSchedule.CONSTANT)));
        assertEquals(
                List.of("η = η₀ γ^⌊(k−1)/s⌋", "w ← w − η g"), lines(scheduled(new RateSchedule(new Step(9, 0.5), 0))));
        assertEquals(
                "η = min(1, k/w) η₀",
                lines(scheduled(new RateSchedule(new Constant(), 5))).get(0));
        assertEquals(
                "η = η₁+½ (η₀−η₁) (1+cos(π min((k−1)/K, 1)))",
                lines(scheduled(new RateSchedule(new Cosine(9, 0), 0))).get(0));
        assertEquals(
                "\\eta = \\eta_0 \\gamma^{\\lfloor (k-1) / s \\rfloor}",
                scheduled(new RateSchedule(new Step(9, 0.5), 0)).lines().get(0).tex());
    }

    private static List<String> lines(Optimizer optimizer) {
        return optimizer.lines().stream().map(UpdateLine::plain).toList();
    }

    @Test
    void decayOfTheWeightsFollowsTheRateOfTheIteration() {
        Common common = new Common(Flavour.KERAS, 1, 0.5, 0, new RateSchedule(new Constant(), 4));
        double[] weights = new double[OptimizerCase.LAYOUT.size()];
        UpdateProgram program = program(Sgd.keras().with(common), weights, new double[weights.length]);
        weights[0] = 1;
        program.run();
        assertEquals(1 - 0.25 * 0.5, weights[0]);
    }

    @Test
    void ratesAllocateNothing() {
        double[] weights = new double[OptimizerCase.LAYOUT.size()];
        Optimizer optimizer = Adam.keras()
                .with(new Common(Flavour.KERAS, 0.1, 0.01, 0.01, new RateSchedule(new Cosine(10_000, 0), 100)));
        UpdateProgram program = program(optimizer, weights, new double[weights.length]);
        Runnable updates = () -> {
            for (int i = 0; i < 2_000; i++) {
                program.run();
            }
        };
        updates.run();
        assertEquals(0, Allocation.bytes(updates));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RateSchedule(new Constant(), -1));
        assertThrows(IllegalArgumentException.class, () -> new Step(0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new Step(5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Step(5, 1.5));
        assertThrows(IllegalArgumentException.class, () -> new Cosine(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Cosine(5, Double.NaN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Common(Flavour.TORCH, 0.1, 0, 0, new RateSchedule(new Cosine(5, 0.2), 0)));
    }
}
