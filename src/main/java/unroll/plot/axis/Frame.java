package unroll.plot.axis;

import unroll.plot.Box;

/**
 * The rectangle of the data and the scales along its sides.
 *
 * @param plot the rectangle
 * @param x scale from left to right
 * @param y scale from bottom to top
 */
public record Frame(Box plot, Scale x, Scale y) {

    /**
     * Where a value lies.
     *
     * @param value accepted by the x scale
     * @return px from the left of the figure
     */
    public double xOf(double value) {
        return plot.x() + x.share(value) * plot.width();
    }

    /**
     * Where a value lies.
     *
     * @param value accepted by the y scale
     * @return px from the top of the figure
     */
    public double yOf(double value) {
        return plot.bottom() - y.share(value) * plot.height();
    }

    /**
     * What lies at a place.
     *
     * @param px from the left of the figure
     * @return the x value
     */
    public double xAt(double px) {
        return x.at((px - plot.x()) / plot.width());
    }
}
