package unroll.plot;

/**
 * How large a picture is.
 *
 * @param width px at 96 to the inch, above 0
 * @param height px at 96 to the inch, above 0
 */
public record Size(double width, double height) {

    public Size {
        if (!(width > 0 && height > 0) || Double.isInfinite(width) || Double.isInfinite(height)) {
            throw new IllegalArgumentException("a picture needs a positive size, not " + width + " x " + height);
        }
    }
}
