package unroll.plot.stage;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * Draws edges: a thin line where values can go or went, a broad one as wide as the gradient that came back.
 *
 * @param palette the theme
 * @param width of gradients
 */
record EdgePainter(Palette palette, EdgeWidth width) {
    private static final BasicStroke THIN = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final double HEAD = 4.5;

    /** A weak gradient is pale as well as thin. */
    private static final double PALEST = 0.35;

    private static final BasicStroke CUT = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER);
    private static final double CUT_GAP = 4;
    private static final double CUT_SLANT = 2;
    private static final double CUT_REACH = 6;

    private static final double HALO = 9;
    private static final double HALO_OPACITY = 0.22;

    /** Of an edge's length. */
    private static final double HEAD_SHARE = 0.45;

    /** A value's way, with a small head; grey until it has been used. */
    void paintValue(Graphics2D g, Segment edge, boolean used) {
        g.setColor(palette.color(used ? Role.FORWARD : Role.BORDER));
        g.setStroke(THIN);
        double head = Math.min(HEAD, edge.length() / 2);
        Segment shaft = edge.shortened(head / 2);
        g.draw(new Line2D.Double(shaft.start(), shaft.end()));
        g.fill(arrow(edge.lastPart(head), 0, head, head));
    }

    /**
     * A gradient's way, from the edge's end back to its start.
     *
     * @param norm of what came back
     * @param share of the full width, for edges that have less room
     * @param opacity of the full colour, for edges that lead nowhere else
     */
    void paintGradient(Graphics2D g, Segment edge, double norm, double share, double opacity) {
        Segment back = edge.reversed();
        g.setColor(color(norm, opacity));
        if (norm < EdgeWidth.LOW) {
            g.setStroke(Dash.DOTTED.stroke(1.2));
            g.draw(new Line2D.Double(back.start(), back.end()));
            return;
        }
        double thick = share * width.of(norm);
        double head = Math.min(back.length() * HEAD_SHARE, Math.max(HEAD, thick / 2));
        g.fill(arrow(back, thick, head));
    }

    /** A way that values go and no gradient comes back: two short strokes cut it through. */
    void paintCut(Graphics2D g, Segment edge, boolean used) {
        paintValue(g, edge, used);
        g.setColor(palette.color(Role.BACKWARD));
        g.setStroke(CUT);
        for (double aside = -1; aside <= 1; aside += 2) {
            double middle = edge.length() / 2 + aside * CUT_GAP / 2;
            Point2D upper = edge.at(middle + CUT_SLANT, CUT_REACH);
            Point2D lower = edge.at(middle - CUT_SLANT, -CUT_REACH);
            g.draw(new Line2D.Double(upper, lower));
        }
    }

    /** The colour of a gradient, paler the weaker it is; the opacity thins it further. */
    Color color(double norm, double opacity) {
        if (Double.isNaN(norm)) {
            return palette.color(Role.NAN);
        }
        if (norm > EdgeWidth.HIGH) {
            return palette.color(Role.ABOVE);
        }
        return palette.color(Role.BACKWARD, opacity * (PALEST + (1 - PALEST) * EdgeWidth.share(norm)));
    }

    /** A soft glow along an edge that the current line uses. */
    void paintHalo(Graphics2D g, Segment edge, double thickness, Role phase) {
        g.setColor(palette.color(phase, HALO_OPACITY));
        g.setStroke(new BasicStroke((float) (thickness + HALO), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(edge.start(), edge.end()));
    }

    private static Path2D arrow(Segment edge, double thick, double head) {
        return arrow(edge, thick, head, Math.max(thick, Math.min(thick + HEAD, 2 * HEAD)));
    }

    /** A shaft of some thickness that ends in a head of some length and width, along an edge. */
    private static Path2D arrow(Segment edge, double thick, double head, double headWidth) {
        double shaft = edge.length() - head;
        Path2D path = new Path2D.Double();
        Point2D first = edge.at(0, thick / 2);
        path.moveTo(first.getX(), first.getY());
        double[][] rest = {
            {shaft, thick / 2}, {shaft, headWidth / 2}, {edge.length(), 0},
            {shaft, -headWidth / 2}, {shaft, -thick / 2}, {0, -thick / 2}
        };
        for (double[] point : rest) {
            Point2D next = edge.at(point[0], point[1]);
            path.lineTo(next.getX(), next.getY());
        }
        path.closePath();
        return path;
    }
}
