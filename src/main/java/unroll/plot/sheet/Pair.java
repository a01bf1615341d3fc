package unroll.plot.sheet;

import java.awt.Graphics2D;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.tex.Caption;

/** A line with something at either end, what it is and how much of it; two lines where it is too long. */
public final class Pair implements Row {
    private static final double SIZE = 12;
    private static final double LINE = 18;
    private static final double GAP = 8;

    private final String spoken;
    private final Caption leftCaption;
    private final Caption rightCaption;

    public Pair(Saying left, String right) {
        this.spoken = (left.spoken() + " " + right).strip();
        this.leftCaption = Caption.of(left.shown(), Face.MEDIUM, SIZE);
        this.rightCaption = Caption.of(right, Face.REGULAR, SIZE);
    }

    @Override
    public double height(double width) {
        return isOneLine(width) ? LINE : 2 * LINE;
    }

    private boolean isOneLine(double width) {
        return leftCaption.width() + GAP + rightCaption.width() <= width;
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        double baseline = place.y() + Math.round(LINE * 0.75);
        double below = isOneLine(place.width()) ? 0 : LINE;
        leftCaption.draw(g, place.x(), baseline, palette.color(Role.MUTED));
        rightCaption.draw(g, place.right() - rightCaption.width(), baseline + below, palette.color(Role.MUTED));
    }

    @Override
    public String text() {
        return spoken;
    }
}
