package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.core.tensor.Tensor;

class WindowedSeriesTest {
    private static Table series(double... values) {
        List<String> labels =
                IntStream.range(0, values.length).mapToObj(i -> "y" + i).toList();
        return new Table(List.of("value"), labels, Tensor.of(values, values.length, 1));
    }

    @Test
    void windowsForetellTheValueAfterThem() {
        Dataset data = new WindowedSeries(2, 0.8).cut(series(0, 1, 2, 3, 4, 5, 6, 8, 20, 30));
        assertEquals(6, data.train().size());
        assertEquals(2, data.test().size());
        assertEquals(2.0 / 8, data.train().input(2, 1, 0), "the third window begins with the third value, scaled");
        assertEquals("y2", data.train().label(0), "a window is named after what it foretells");
        assertEquals("y8", data.test().label(0));
        assertEquals(8.0 / 8, data.test().input(0, 2, 0), "a test window reads the training values before it");
    }

    @Test
    void scalingKnowsTheTrainingPartAlone() {
        Dataset data = new WindowedSeries(2, 0.8).cut(series(2, 4, 6, 8, 10, 4, 6, 2, 50, -50));
        assertEquals(new Scaling(2, 10), data.scaling());
        assertEquals(
                6.0,
                data.test().targets() instanceof Targets.Vectors v ? v.values().at(0) : Double.NaN);
        assertEquals(50, data.scaling().restore(6));
        Score.Errors errors = Score.ofErrors(4, 1.5).in(data.scaling()).errors().orElseThrow();
        assertEquals(new Score.Errors(256, 12), errors);
        assertEquals(16, errors.root());
    }

    @Test
    void scalingByAllKnowsTheTestPartToo() {
        WindowedSeries leaky = new WindowedSeries(2, 0.8, WindowedSeries.Split.TIME, WindowedSeries.Extent.ALL);
        Dataset data = leaky.cut(series(2, 4, 6, 8, 10, 4, 6, 2, 50, -50));
        assertEquals(new Scaling(-50, 50), data.scaling());
    }

    @Test
    void aShuffledSplitTestsAsManyWindowsDrawnFromTheSeed() {
        double[] values = IntStream.range(0, 40).mapToDouble(i -> i * i).toArray();
        WindowedSeries shuffled =
                new WindowedSeries(2, 0.8, WindowedSeries.Split.SHUFFLED, WindowedSeries.Extent.TRAIN);
        Dataset byTime = new WindowedSeries(2, 0.8).cut(series(values));
        Dataset data = shuffled.cut(series(values), 7);
        assertEquals(byTime.test().size(), data.test().size());
        assertEquals(byTime.train().size(), data.train().size());
        assertEquals(data, shuffled.cut(series(values), 7));
        assertNotEquals(
                data.test().labels(), shuffled.cut(series(values), 8).test().labels());
        Set<String> targets = new TreeSet<>(data.train().labels());
        assertTrue(targets.addAll(data.test().labels()));
        assertEquals(38, targets.size(), "no window is in both parts");
        assertNotEquals(byTime.test().labels(), data.test().labels());
    }

    @Test
    void baselinesAreMeasuredOnTheTestPart() {
        Dataset data = new WindowedSeries(2, 0.8).cut(series(0, 10, 0, 10, 0, 10, 0, 10, 5, 10));
        assertEquals("last value", data.baselines().get(0).name());
        assertEquals(0.25, data.baselines().get(0).test().loss(), "(1 − 0.5)² and (0.5 − 1)², halved");
        assertEquals("mean", data.baselines().get(1).name());
        assertEquals((0.0 + 0.25) / 2, data.baselines().get(1).test().loss(), 1e-15);
    }

    @Test
    void refusesWhatLeavesNothing() {
        WindowedSeries windows = new WindowedSeries(12, 0.8);
        assertMessage("no window to train with", () -> windows.cut(series(1, 2, 3)));
        assertMessage("no range", () -> new WindowedSeries(1, 0.5).cut(series(1, 1, 1, 1)));
        assertMessage("at least 1", () -> new WindowedSeries(0, 0.5));
        assertMessage("between 0 and 1", () -> new WindowedSeries(1, 1));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void theLastValueStandsInForMissingOnesWhichAreNeverTargets() {
        double gap = Double.NaN;
        Dataset data = new WindowedSeries(2, 0.7).cut(series(0, 1, gap, gap, 4, 10, 6, 7, gap, 9));
        assertEquals(List.of("y4", "y5", "y6"), data.train().labels());
        assertEquals(0.1, data.train().input(0, 1, 0), "the last value before the gap");
        assertEquals(0.1, data.train().input(0, 2, 0));
        assertEquals(List.of("y7", "y9"), data.test().labels());
        assertEquals(0.7, data.test().input(1, 2, 0), 1e-15, "and not one from after it");
        assertTrue(
                data.notes().get(0).startsWith("3 of 10 values are missing"),
                data.notes().get(0));
        double meanSquare = (0.01 + 0.04) / 2;
        assertEquals(meanSquare, data.baselines().get(0).test().loss(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new WindowedSeries(1, 0.5).cut(series(gap, 1, 2, 3)));
        assertThrows(IllegalArgumentException.class, () -> new WindowedSeries(1, 0.5).cut(series(1, 3, gap, gap)));
    }
}
