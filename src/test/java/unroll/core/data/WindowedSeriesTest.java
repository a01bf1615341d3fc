package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
        assertEquals(16, data.scaling().rootError(4));
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
}
