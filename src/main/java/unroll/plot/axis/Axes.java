package unroll.plot.axis;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.tex.Caption;

/**
 * Two axes with titles: finds the room they need and draws them.
 *
 * @param x scale from left to right
 * @param y scale from bottom to top
 * @param xTitle stands under the axis, may hold formulas between dollar signs; empty for none
 * @param yTitle stands above the axis, level, so that it reads without turning the head; empty for none
 */
public record Axes(Scale x, Scale y, String xTitle, String yTitle) {
    private static final double TICK_SIZE = 11;
    private static final double TITLE_SIZE = 12;
    private static final double PAD = 12;
    private static final double TICK_GAP = 8;
    private static final double TICK_LINE = 22;
    private static final double TITLE_LINE = 22;

    /** Room that a tick takes along its axis, px. */
    private static final double X_TICK_ROOM = 80;

    private static final double Y_TICK_ROOM = 36;

    /** Even a tiny figure keeps something to draw in, px. */
    private static final double LEAST_SIDE = 10;

    private static final BasicStroke HAIR = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /**
     * The place of the data in a figure.
     *
     * @param width of the figure, px
     * @param height of the figure, px
     * @param right room kept on the right, for labels, px
     * @return the frame
     */
    public Frame frame(double width, double height, double right) {
        double top = yTitle.isEmpty() ? PAD : PAD + TITLE_LINE;
        double bottom = TICK_LINE + (xTitle.isEmpty() ? PAD / 2 : TITLE_LINE);
        double plotHeight = Math.max(LEAST_SIDE, height - top - bottom);
        double left = PAD + widest(y.ticks(count(plotHeight, Y_TICK_ROOM))) + TICK_GAP;
        double plotWidth = Math.max(LEAST_SIDE, width - left - Math.max(right, PAD + TICK_GAP));
        return new Frame(new Box(left, top, plotWidth, plotHeight), x, y);
    }

    /**
     * Draws grid, ticks and titles.
     *
     * @param g where to draw
     * @param frame from {@link #frame}
     * @param palette the theme
     */
    public void paint(Graphics2D g, Frame frame, Palette palette) {
        Color muted = palette.color(Role.MUTED);
        Box plot = frame.plot();
        g.setStroke(HAIR);
        for (Tick tick : y.ticks(count(plot.height(), Y_TICK_ROOM))) {
            double at = frame.yOf(tick.value());
            g.setColor(palette.color(Role.GRID));
            g.draw(new Line2D.Double(plot.x(), at, plot.right(), at));
            TextLine text = TextLine.of(tick.text(), Face.REGULAR, TICK_SIZE);
            text.drawRight(g, plot.x() - TICK_GAP, at + text.ascent() / 2, muted);
        }
        g.setColor(palette.color(Role.BORDER));
        g.draw(new Line2D.Double(plot.x(), plot.bottom(), plot.right(), plot.bottom()));
        for (Tick tick : x.ticks(count(plot.width(), X_TICK_ROOM))) {
            double at = frame.xOf(tick.value());
            g.setColor(palette.color(Role.BORDER));
            g.draw(new Line2D.Double(at, plot.bottom(), at, plot.bottom() + 4));
            TextLine text = TextLine.of(tick.text(), Face.REGULAR, TICK_SIZE);
            text.drawCentered(g, at, plot.bottom() + TICK_GAP + text.ascent(), muted);
        }
        paintTitles(g, plot, muted);
    }

    private void paintTitles(Graphics2D g, Box plot, Color color) {
        Caption below = Caption.of(xTitle, Face.REGULAR, TITLE_SIZE);
        below.drawCentered(g, plot.x() + plot.width() / 2, plot.bottom() + TICK_LINE + TITLE_LINE - PAD / 2, color);
        Caption above = yCaption();
        above.draw(g, PAD, titleBaseline(plot), color);
    }

    /**
     * The line of the y title, which has room for more at its right.
     *
     * @param frame from {@link #frame}
     * @return y of the baseline, px from the top
     */
    public double titleBaseline(Frame frame) {
        return titleBaseline(frame.plot());
    }

    /** Where the y title ends, px from the left. */
    public double titleEnd() {
        return PAD + yCaption().width();
    }

    private Caption yCaption() {
        return Caption.of(yTitle, Face.MEDIUM, TITLE_SIZE);
    }

    private static double titleBaseline(Box plot) {
        return plot.y() - PAD - 2;
    }

    private static double widest(List<Tick> ticks) {
        return ticks.stream()
                .mapToDouble(tick ->
                        TextLine.of(tick.text(), Face.REGULAR, TICK_SIZE).width())
                .max()
                .orElse(0);
    }

    private static int count(double length, double room) {
        return Math.max(2, (int) (length / room) + 1);
    }
}
