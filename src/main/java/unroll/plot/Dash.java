package unroll.plot;

import java.awt.BasicStroke;

/** Line patterns that keep series apart where colour can't: on grey prints and for colour-blind eyes. */
public enum Dash {
    SOLID,
    DASHED(6, 4),
    DOTTED(1.2f, 3),
    DASH_DOT(7, 3, 1.5f, 3),
    LONG(11, 4);

    private final float[] pattern;

    Dash(float... pattern) {
        this.pattern = pattern;
    }

    /**
     * The n-th pattern.
     *
     * @param index from 0 (solid); the patterns repeat
     * @return one of the patterns
     */
    public static Dash of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /**
     * A pen with this pattern.
     *
     * @param width of the line, px
     * @return a stroke whose dashes keep their length at every width
     */
    public BasicStroke stroke(double width) {
        if (pattern.length == 0) {
            return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }
}
