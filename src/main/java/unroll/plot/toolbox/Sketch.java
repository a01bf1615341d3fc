package unroll.plot.toolbox;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.tex.Caption;

/** What the figures of the toolbox are drawn with. */
final class Sketch {
    static final double TEXT = 13;
    private static final double HEAD = 8;
    private static final double HEAD_WIDTH = 3.6;

    private final Graphics2D g;
    private final Palette palette;

    Sketch(Graphics2D g, double width, double height, Palette palette) {
        this.g = g;
        this.palette = palette;
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    private Color color(Role role) {
        return palette.color(role);
    }

    void line(double x1, double y1, double x2, double y2, Role role, double thickness) {
        g.setColor(color(role));
        g.setStroke(new BasicStroke((float) thickness));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void dashed(double x1, double y1, double x2, double y2, Role role) {
        g.setColor(color(role));
        g.setStroke(Dash.DASHED.stroke(1.2));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void path(Path2D path, Role role, double thickness) {
        g.setColor(color(role));
        g.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }

    void fill(Path2D path, Role role, double opacity) {
        g.setColor(palette.color(role, opacity));
        g.fill(path);
    }

    /** An arrow; one shorter than its head is the head alone. */
    void arrow(double x1, double y1, double x2, double y2, Role role, double thickness) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (length < 1) {
            dot(x2, y2, 2.5, role);
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double head = HEAD + thickness;
        double half = HEAD_WIDTH + thickness / 2;
        line(x1, y1, x2 - ux * Math.min(head, length), y2 - uy * Math.min(head, length), role, thickness);
        Path2D tip = new Path2D.Double();
        tip.moveTo(x2, y2);
        tip.lineTo(x2 - ux * head - uy * half, y2 - uy * head + ux * half);
        tip.lineTo(x2 - ux * head + uy * half, y2 - uy * head - ux * half);
        tip.closePath();
        fill(tip, role, 1);
    }

    void dot(double x, double y, double radius, Role role) {
        g.setColor(color(role));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void ring(double x, double y, double radius, Role role, double thickness) {
        g.setColor(color(role));
        g.setStroke(new BasicStroke((float) thickness));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A circle with a symbol in it. */
    void node(double x, double y, double radius, String tex) {
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setColor(color(Role.SURFACE));
        g.fill(circle);
        g.setColor(color(Role.BORDER));
        g.setStroke(new BasicStroke(1.3f));
        g.draw(circle);
        text("$" + tex + "$", x, y + TEXT * 0.3, Role.FOREGROUND);
    }

    void cell(double x, double y, double width, double height, int argb) {
        g.setColor(new Color(argb, true));
        g.fill(new Rectangle2D.Double(x, y, width - 1.5, height - 1.5));
    }

    /** Centred text; TeX between dollar signs. */
    void text(String text, double x, double baseline, Role role) {
        Caption.of(text, Face.REGULAR, TEXT).drawCentered(g, x, baseline, color(role));
    }

    /** Centred text that stays readable over lines. */
    void label(String text, double x, double baseline, Role role) {
        Caption caption = Caption.of(text, Face.REGULAR, TEXT);
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(new Rectangle2D.Double(
                x - caption.width() / 2 - 3,
                baseline - caption.ascent() - 3,
                caption.width() + 6,
                caption.ascent() + caption.descent() + 6));
        caption.drawCentered(g, x, baseline, color(role));
    }

    void textLeft(String text, double x, double baseline, Role role) {
        Caption.of(text, Face.REGULAR, TEXT).draw(g, x, baseline, color(role));
    }
}
