package unroll.plot.spectrum;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.analysis.Outlook;
import unroll.analysis.Spectrum;
import unroll.core.tensor.Tensor;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.tex.Caption;

/**
 * The eigenvalues of each block of U in the complex plane, with the unit circle, the circle of 1/γ where that is another
 * one, and the circle of ‖U‖, inside of which all eigenvalues lie.
 */
record EigenvaluePlane(Spectrum matrix, Optional<Outlook> outlook, Wording wording) {
    private static final double ROOM = 1.12;
    static final double DOT = 6;
    private static final double TEXT_SIZE = 11;
    private static final double REACH = 9;
    private static final double PAD = 4;

    /** Of a point on the unit circle half way between right and down. */
    private static final double DIAGONAL = Math.sqrt(0.5);

    /** A square of the plane around zero, and how many px a unit of it takes. */
    private record Plane(Box square, double reach) {
        double x(double re) {
            return square.x() + (re / reach + 1) / 2 * square.width();
        }

        double y(double im) {
            return square.y() + (1 - im / reach) / 2 * square.height();
        }

        Ellipse2D circle(double radius) {
            return new Ellipse2D.Double(x(-radius), y(radius), x(radius) - x(-radius), y(-radius) - y(radius));
        }
    }

    private Plane plane(Box box) {
        double side = Math.min(box.width(), box.height());
        Box square = new Box(box.x() + (box.width() - side) / 2, box.y() + (box.height() - side) / 2, side, side);
        double reach = 1;
        for (Spectrum.Block block : matrix.blocks()) {
            reach = Math.max(reach, finite(block.spectralRadius()));
        }
        double threshold = outlook.map(Outlook::threshold).orElse(1.0);
        // a circle far outside of everything says nothing and would hide the rest
        double circles = threshold <= 2 * reach ? Math.max(reach, threshold) : reach;
        double sigma = sigmaMax();
        return new Plane(square, ROOM * (sigma <= 2 * circles ? Math.max(circles, sigma) : circles));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    private double sigmaMax() {
        return outlook.map(Outlook::sigmaMax).map(EigenvaluePlane::finite).orElse(0.0);
    }

    void paint(Graphics2D g, Box box, Palette palette) {
        Plane plane = plane(box);
        paintAxes(g, plane, palette);
        g.setStroke(new BasicStroke(1.2f));
        g.setColor(palette.color(Role.MUTED));
        g.draw(plane.circle(1));
        paintDots(g, plane, palette);
        paintCircles(g, plane, palette);
    }

    private void paintAxes(Graphics2D g, Plane plane, Palette palette) {
        Box square = plane.square();
        g.setColor(palette.color(Role.GRID));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(square.x(), plane.y(0), square.right(), plane.y(0)));
        g.draw(new Line2D.Double(plane.x(0), square.y(), plane.x(0), square.bottom()));
        Color muted = palette.color(Role.MUTED);
        TextLine one = TextLine.of("1", Face.REGULAR, TEXT_SIZE);
        one.draw(g, plane.x(1) + PAD, plane.y(0) + one.ascent() + PAD, muted);
        TextLine i = TextLine.of("i", Face.MATH_ITALIC, TEXT_SIZE + 1);
        i.draw(g, plane.x(0) + PAD, plane.y(1) - PAD, muted);
    }

    private void paintCircles(Graphics2D g, Plane plane, Palette palette) {
        double threshold = outlook.map(Outlook::threshold).orElse(1.0);
        if (threshold != 1 && threshold < plane.reach()) {
            g.setColor(palette.color(Role.DANGER));
            g.setStroke(Dash.DASHED.stroke(1.2));
            g.draw(plane.circle(threshold));
            name(g, plane, threshold, "$1/\\gamma$", palette.color(Role.DANGER), palette);
        }
        if (sigmaMax() > 0 && sigmaMax() < plane.reach()) {
            g.setColor(palette.color(Role.BACKWARD));
            g.setStroke(Dash.DOTTED.stroke(1.4));
            g.draw(plane.circle(sigmaMax()));
            name(g, plane, sigmaMax(), "$\\|U\\|$", palette.color(Role.BACKWARD), palette);
        }
    }

    /** Names a circle where it runs down to the right. */
    private static void name(Graphics2D g, Plane plane, double radius, String tex, Color color, Palette palette) {
        Caption name = Caption.of(tex, Face.REGULAR, TEXT_SIZE);
        double x = plane.x(radius * DIAGONAL) - name.width() / 2;
        double baseline = plane.y(-radius * DIAGONAL) + name.ascent() / 2;
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(new Rectangle2D.Double(
                x - 2, baseline - name.ascent() - 2, name.width() + 4, name.ascent() + name.descent() + 4));
        name.draw(g, x, baseline, color);
    }

    private void paintDots(Graphics2D g, Plane plane, Palette palette) {
        for (int i = 0; i < matrix.blocks().size(); i++) {
            Tensor values = matrix.blocks().get(i).eigenvalues();
            for (int j = 0; j < values.extent(0); j++) {
                Ellipse2D dot = dot(plane, values, j);
                g.setColor(palette.color(Role.series(i), 0.75));
                g.fill(dot);
                g.setColor(palette.color(Role.BACKGROUND));
                g.setStroke(new BasicStroke(0.8f));
                g.draw(dot);
            }
        }
    }

    private static Ellipse2D dot(Plane plane, Tensor values, int j) {
        return new Ellipse2D.Double(plane.x(values.at(j, 0)) - DOT / 2, plane.y(values.at(j, 1)) - DOT / 2, DOT, DOT);
    }

    private String plain(int block) {
        String gate = matrix.blocks().get(block).gate();
        return gate.isEmpty() ? "U" : "U_" + gate;
    }

    Optional<Hit> at(double x, double y, Box box) {
        Plane plane = plane(box);
        List<Hit> near = new ArrayList<>();
        double nearest = REACH;
        for (int i = 0; i < matrix.blocks().size(); i++) {
            Tensor values = matrix.blocks().get(i).eigenvalues();
            for (int j = 0; j < values.extent(0); j++) {
                double away = Math.hypot(plane.x(values.at(j, 0)) - x, plane.y(values.at(j, 1)) - y);
                if (away < nearest) {
                    nearest = away;
                    near.add(hit(plane, i, j));
                }
            }
        }
        return near.isEmpty() ? Optional.empty() : Optional.of(near.get(near.size() - 1));
    }

    private Hit hit(Plane plane, int block, int index) {
        Tensor values = matrix.blocks().get(block).eigenvalues();
        double re = values.at(index, 0);
        double im = values.at(index, 1);
        String number = NumberFormat.format(re)
                + (im == 0 ? "" : (im < 0 ? " \u2212 " : " + ") + NumberFormat.format(Math.abs(im)) + " i");
        String text =
                wording.text("spectrum.eigenvalue", plain(block), number, NumberFormat.format(Math.hypot(re, im)));
        Box area = new Box(plane.x(re) - DOT, plane.y(im) - DOT, 2 * DOT, 2 * DOT);
        return new Hit(text, area, new EigenvalueTarget(block, index));
    }
}
