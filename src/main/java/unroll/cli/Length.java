package unroll.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import unroll.plot.Size;
import unroll.plot.export.LengthUnit;

/**
 * A side of a picture as it is typed: a number in px, or with a unit behind it.
 *
 * @param pixels at 96 to the inch
 */
record Length(double pixels) {
    static final String FORM = "px, or with cm, mm or in behind it, such as 8.5cm";

    static final double MOST = 20_000;

    private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
    private static final String UNIT = "(px|cm|mm|in)?";
    private static final Pattern LENGTH = Pattern.compile(NUMBER + UNIT);
    private static final Pattern SIZE = Pattern.compile(NUMBER + UNIT + "x" + NUMBER + UNIT);
    private static final String SIZE_FORM = "WxH with sides from 1 to 20000 px, such as 1000x500 or 16x9cm";

    private static Length of(String number, String unit) {
        LengthUnit chosen = unit == null ? LengthUnit.PX : LengthUnit.of(unit).orElseThrow();
        return new Length(chosen.toPixels(Double.parseDouble(number)));
    }

    private boolean fits() {
        return pixels >= 1 && pixels <= MOST;
    }

    /** One side, for picocli. */
    static final class Converter implements ITypeConverter<Length> {
        @Override
        public Length convert(String text) {
            Matcher matcher = LENGTH.matcher(text);
            if (matcher.matches() && of(matcher.group(1), matcher.group(2)).fits()) {
                return of(matcher.group(1), matcher.group(2));
            }
            throw new TypeConversionException("expected a length from 1 to 20000 " + FORM + ", found " + text);
        }
    }

    /**
     * Both sides; a unit behind the second only is that of both.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static Size size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (matcher.matches()) {
            String unit = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
            Length width = of(matcher.group(1), unit);
            Length height = of(matcher.group(3), matcher.group(4));
            if (width.fits() && height.fits()) {
                return new Size(width.pixels(), height.pixels());
            }
        }
        throw new IllegalArgumentException("expected " + SIZE_FORM + ", found " + text);
    }
}
