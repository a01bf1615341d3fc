package unroll.plot;

/**
 * A rectangle.
 *
 * @param x left edge, px
 * @param y top edge, px
 * @param width px
 * @param height px
 */
public record Box(double x, double y, double width, double height) {

    /**
     * Whether a point lies inside; the left and top edges belong to it, the right and bottom ones don't.
     *
     * @param px x of the point
     * @param py y of the point
     * @return true inside
     */
    public boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }

    /**
     * The same rectangle elsewhere.
     *
     * @param dx to the right, px
     * @param dy downwards, px
     * @return the moved rectangle
     */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /**
     * The smallest rectangle around two.
     *
     * @param other the second one
     * @return one that holds both
     */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
