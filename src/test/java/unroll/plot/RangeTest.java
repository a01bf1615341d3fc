package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "NaN, 1",
        "1, 1",
        "1.01, 2",
        "2.5, 5",
        "5.1, 10",
        "-0.03, 0.05",
        "1e-7, 1e-7",
        "3e-300, 5e-300",
        "700, 1000"
    })
    void ownRangeIsTheNextRoundNumber(double largest, double limit) {
        assertEquals(Range.signed(limit), Range.signedOwn(largest));
    }

    @Test
    void ownRangeStaysFinite() {
        Range range = Range.signedOwn(Double.POSITIVE_INFINITY);
        assertTrue(Double.isFinite(range.high() - range.low()));
    }

    @Property
    void ownRangeHoldsTheLargestWithLittleToSpare(
            @ForAll @DoubleRange(min = 1, max = 10) double mantissa,
            @ForAll @IntRange(min = -300, max = 300) int exponent) {
        double largest = mantissa * Math.pow(10, exponent);
        double limit = Range.signedOwn(largest).high();
        assertTrue(limit >= largest && limit < 2.5000001 * largest, largest + " in " + limit);
    }

    @Test
    void emptyRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Range(0, Double.NaN));
    }
}
