package unroll.plot.sheet;

import java.awt.Graphics2D;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.tex.Caption;

/** A line with something at either end: what it is, and how much of it. */
public final class Pair implements Row {
    private static final double SIZE = 12;
    private static final double HEIGHT = 18;

    private final String left;
    private final String right;
    private final Caption leftCaption;
    private final Caption rightCaption;

    public Pair(String left, String right) {
        this.left = left;
        this.right = right;
        this.leftCaption = Caption.of(left, Face.MEDIUM, SIZE);
        this.rightCaption = Caption.of(right, Face.REGULAR, SIZE);
    }

    @Override
    public double height(double width) {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        double baseline = place.y() + Math.round(HEIGHT * 0.75);
        leftCaption.draw(g, place.x(), baseline, palette.color(Role.MUTED));
        rightCaption.draw(g, place.right() - rightCaption.width(), baseline, palette.color(Role.MUTED));
    }

    @Override
    public String text() {
        return Caption.plain(left) + " " + Caption.plain(right);
    }
}
