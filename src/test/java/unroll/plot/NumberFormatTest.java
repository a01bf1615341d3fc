package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.0312, 0.0312",
        "0.82, 0.82",
        "-0.31549, −0.3155",
        "0.001, 0.001",
        "0.00099999, 0.001",
        "0.00099994, 9.999e−4",
        "-3.116e-4, −3.116e−4",
        "1.2e-7, 1.2e−7",
        "4.9e-324, 4.941e−324",
        "123.44, 123.4",
        "9999.7, 10000",
        "123456.7, 123457",
        "999999.4, 999999",
        "999999.7, 1e6",
        "1234567, 1.235e6",
        "1.7976931348623157e308, 1.798e308",
        "NaN, NaN",
        "Infinity, ∞",
        "-Infinity, −∞",
    })
    void formatsForReading(double value, String text) {
        assertEquals(text, NumberFormat.format(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.2, 0",
        "0.1, 0.1, 0.1",
        "0.30000000000000004, 0.1, 0.3",
        "-0.5, 0.5, −0.5",
        "0.69312, 1e-5, 0.69312"
    })
    void ticksHaveTheDecimalsOfTheirStep(double value, double step, String text) {
        assertEquals(text, NumberFormat.tick(value, step));
    }

    @Test
    void countsAreGrouped() {
        assertEquals("999", NumberFormat.count(999));
        assertEquals("1\u202f240", NumberFormat.count(1240));
        assertEquals("−12\u202f345\u202f678", NumberFormat.count(-12_345_678));
    }

    @Test
    void neverAsksTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("0.5", NumberFormat.format(0.5));
            assertEquals("0.5", NumberFormat.exact(0.5));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property
    void readsBackToFourDigits(@ForAll double value) {
        // the very largest doubles round to a number that is none
        Assume.that(Math.abs(value) < 1.797e308);
        String text = NumberFormat.format(value).replace('−', '-');
        double tolerance = Math.max(Math.abs(value) * 5.0001e-4, Double.MIN_VALUE);
        assertEquals(value, Double.parseDouble(text), tolerance);
    }

    @Property
    void signChangesOnlyTheSign(@ForAll double value) {
        Assume.that(value > 0);
        assertEquals("−" + NumberFormat.format(value), NumberFormat.format(-value));
    }

    @Property
    void neverWiderThanTheRoomReserved(@ForAll double value) {
        assertTrue(NumberFormat.format(value).length() <= NumberFormat.WIDEST.length());
    }

    @Property
    void exactKeepsEveryBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        double read = Double.parseDouble(NumberFormat.exact(value));
        assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(read));
    }

    @Test
    void exactIsShort() {
        assertEquals("2e-44", NumberFormat.exact(2e-44));
        assertEquals("0.1", NumberFormat.exact(0.1));
        assertEquals("-0", NumberFormat.exact(-0.0));
        assertEquals("5e-324", NumberFormat.exact(Double.MIN_VALUE));
        assertEquals("0.30000000000000004", NumberFormat.exact(0.1 + 0.2));
    }
}
