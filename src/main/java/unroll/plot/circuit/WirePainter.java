package unroll.plot.circuit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.OptionalDouble;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.stage.EdgeWidth;

/**
 * Draws wires as the stage draws edges: thin where values go or went, as wide as the gradient that came back.
 *
 * @param palette the theme
 */
record WirePainter(Palette palette) {
    /** Of gradients on wires. */
    static final EdgeWidth WIDTHS = new EdgeWidth(7);

    private static final double CORNER = 9;
    private static final double THIN = 1.5;
    private static final double LIT = 2.4;
    private static final double HALO = 11;
    private static final double HALO_OPACITY = 0.22;
    private static final double HEAD = 6;
    private static final double DOT = 3.2;

    /** A weak gradient is pale as well as thin. */
    private static final double PALEST = 0.35;

    private static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    void paintHalo(Graphics2D g, WirePath path, Role phase) {
        g.setColor(palette.color(phase, HALO_OPACITY));
        g.setStroke(pen(HALO));
        g.draw(path.rounded(CORNER));
    }

    /** A value's way; grey until it has been used. */
    void paintValue(Graphics2D g, WirePath path, boolean used, boolean lit) {
        paint(g, path, palette.color(used ? Role.FORWARD : Role.BORDER), lit ? LIT : THIN);
    }

    /** A gradient's way back, in the direction of the values. */
    void paintGradient(Graphics2D g, WirePath path, double norm) {
        if (norm < EdgeWidth.LOW) {
            g.setColor(color(norm));
            g.setStroke(Dash.DOTTED.stroke(THIN));
            g.draw(path.rounded(CORNER));
        } else {
            paint(g, path.reversed(), color(norm), WIDTHS.of(norm));
        }
    }

    void paint(Graphics2D g, WirePath path, Color color, double width) {
        double head = HEAD + width / 2;
        g.setColor(color);
        g.setStroke(pen(width));
        g.draw(path.shortened(head * 0.7).rounded(CORNER));
        g.fill(head(path, head, Math.max(HEAD, width * 1.5)));
    }

    private static Path2D head(WirePath path, double length, double width) {
        Point2D end = path.end();
        Point2D before = path.points().get(path.points().size() - 2);
        double dx = Math.signum(end.getX() - before.getX());
        double dy = Math.signum(end.getY() - before.getY());
        double x = end.getX() - dx * length;
        double y = end.getY() - dy * length;
        Path2D head = new Path2D.Double();
        head.moveTo(end.getX(), end.getY());
        head.lineTo(x - dy * width / 2, y + dx * width / 2);
        head.lineTo(x + dy * width / 2, y - dx * width / 2);
        head.closePath();
        return head;
    }

    void paintJunction(Graphics2D g, Point2D at, Color color, OptionalDouble norm) {
        double radius = norm.isPresent() ? Math.max(DOT, 0.75 * WIDTHS.of(norm.getAsDouble())) : DOT;
        g.setColor(color);
        g.fill(new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius));
    }

    /** The colour of a gradient, paler the weaker it is. */
    Color color(double norm) {
        if (Double.isNaN(norm)) {
            return palette.color(Role.NAN);
        }
        if (norm > EdgeWidth.HIGH) {
            return palette.color(Role.ABOVE);
        }
        return mixed(PALEST + (1 - PALEST) * EdgeWidth.share(norm));
    }

    /** Opaque, as wires from one node lie on each other. */
    private Color mixed(double share) {
        Color strong = palette.color(Role.BACKWARD);
        Color ground = palette.color(Role.BACKGROUND);
        return new Color(
                mixed(strong.getRed(), ground.getRed(), share),
                mixed(strong.getGreen(), ground.getGreen(), share),
                mixed(strong.getBlue(), ground.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(share * one + (1 - share) * other);
    }
}
