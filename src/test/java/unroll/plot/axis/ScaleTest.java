package unroll.plot.axis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.plot.Range;

class ScaleTest {

    @Test
    void linearTicksAreRound() {
        assertEquals(
                List.of("0", "0.2", "0.4", "0.6", "0.8", "1"),
                texts(LinearScale.nice(0.03, 0.97).ticks(6)));
        assertEquals(List.of("−1", "0", "1"), texts(LinearScale.nice(-0.9, 0.9).ticks(3)));
    }

    @Test
    void iterationsAreNotCutIntoHalves() {
        assertEquals(List.of("1", "2", "3"), texts(LinearScale.tight(1, 3, true).ticks(9)));
    }

    @Test
    void logTicksAreDecades() {
        assertEquals(
                List.of("1e−6", "1e−4", "0.01", "1"),
                texts(LogScale.nice(1e-6, 1).ticks(5)));
        assertEquals(
                List.of("0.02", "0.05", "0.1", "0.2", "0.5"),
                texts(LogScale.nice(0.021, 0.48).ticks(9)));
    }

    @Test
    void aLogAxisHasNoPlaceForWhatIsNotPositive() {
        Scale scale = LogScale.nice(0.1, 10);
        assertFalse(scale.accepts(0));
        assertFalse(scale.accepts(-1));
        assertFalse(scale.accepts(Double.NaN));
        assertFalse(scale.accepts(Double.POSITIVE_INFINITY));
        assertTrue(scale.accepts(Double.MIN_VALUE));
    }

    @Test
    void oneValueGetsRoomOnBothSides() {
        assertTrue(LinearScale.nice(3, 3).range().low() < 3);
        assertEquals(0.5, LinearScale.tight(0, 0, false).share(0));
        assertEquals(new Range(0.1, 10), LogScale.nice(1, 1).range());
    }

    @Property
    void niceScalesHoldTheirData(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double span) {
        Range range = LinearScale.nice(low, low + span).range();
        double rounding = 1e-12 * Math.max(Math.abs(low), span);
        assertTrue(range.low() <= low + rounding && range.high() >= low + span - rounding);
    }

    @Property
    void ticksAreFewInsideAndUnlike(
            @ForAll @DoubleRange(min = -1e3, max = 1e3) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double span,
            @ForAll @IntRange(min = 2, max = 12) int most) {
        List<Tick> ticks = LinearScale.tight(low, low + span, false).ticks(most);
        assertTrue(ticks.size() <= most, ticks.size() + " > " + most);
        assertEquals(
                ticks.size(), new HashSet<>(texts(ticks)).size(), texts(ticks).toString());
        ticks.forEach(tick -> assertTrue(tick.value() >= low - span * 1e-6 && tick.value() <= low + span * (1 + 1e-6)));
    }

    @Property
    void placesInvert(@ForAll @DoubleRange(min = -9, max = 9) double exponent) {
        double value = Math.pow(10, exponent);
        Scale scale = LogScale.nice(1e-9, 1e9);
        assertEquals(value, scale.at(scale.share(value)), value * 1e-9);
    }

    private static List<String> texts(List<Tick> ticks) {
        return ticks.stream().map(Tick::text).toList();
    }
}
