package unroll.plot;

import java.awt.Graphics2D;
import java.util.Optional;

/**
 * Draws one figure from immutable values. It keeps no state between calls, so that the window and an export may paint
 * at the same time and what is seen is what is exported.
 */
public interface Painter {

    /**
     * Draws the figure, its background included, into the rectangle from (0, 0). Rendering hints are set by the caller;
     * the graphics' font, colour and stroke are undefined before and after, its transform and clip are left as they
     * were.
     *
     * @param g where to draw
     * @param width px
     * @param height px
     * @param palette the theme
     */
    void paint(Graphics2D g, double width, double height, Palette palette);

    /**
     * What the figure shows at a point when it is painted at the given size.
     *
     * @param x px from the left
     * @param y px from the top
     * @param width px of the whole figure
     * @param height px of the whole figure
     * @return empty where there is nothing to tell
     */
    default Optional<Hit> at(double x, double y, double width, double height) {
        return Optional.empty();
    }
}
