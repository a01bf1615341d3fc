package unroll.plot.input;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.SideLabels;
import unroll.plot.axis.Tick;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.tex.Caption;

/** A curve for each unit over the steps, with the data's dashed behind it where it was changed. */
record Curves(InputView view, Wording wording) implements InputForm {
    private static final double TICK_SIZE = 11;
    private static final double TICK_GAP = 8;
    private static final double TICK_ROOM = 26;
    private static final int LEAST_TICKS = 6;
    private static final double LABEL_SIZE = 12;
    private static final double LABEL_LINE = 17;
    private static final double LABEL_GAP = 10;
    private static final double LEFT = 16;
    private static final double DOT = 4.6;
    private static final double CHANGED_DOT = 7;

    /** Columns narrower than this have no dots, px. */
    private static final double ROOM_FOR_DOTS = 6;

    @Override
    public void paint(Graphics2D g, ColumnLayout columns, Box plot, Palette palette) {
        paintAxis(g, columns, plot, palette);
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(
                columns.left(), plot.y() - DOT, columns.right() - columns.left(), plot.height() + 2 * DOT));
        for (int unit = 0; unit < view.units(); unit++) {
            paintData(g, columns, plot, unit, palette);
            paintCurve(g, columns, plot, unit, palette);
        }
        g.setClip(clip);
        paintNames(g, columns, plot, palette);
    }

    private void paintAxis(Graphics2D g, ColumnLayout columns, Box plot, Palette palette) {
        LinearScale scale = new LinearScale(view.range(), false);
        g.setStroke(new BasicStroke(1));
        for (Tick tick : scale.ticks(Math.max(LEAST_TICKS, (int) (plot.height() / TICK_ROOM)))) {
            double y = y(plot, tick.value());
            g.setColor(palette.color(tick.value() == 0 ? Role.BORDER : Role.GRID));
            g.draw(new Line2D.Double(columns.left(), y, columns.right(), y));
            TextLine text = TextLine.of(tick.text(), Face.REGULAR, TICK_SIZE);
            text.drawRight(g, columns.left() - TICK_GAP, y + text.ascent() / 2, palette.color(Role.MUTED));
        }
        Caption title = Caption.of("$x_t$", Face.REGULAR, LABEL_SIZE + 2);
        title.draw(g, LEFT, plot.y() + plot.height() / 2 + title.ascent() / 2, palette.color(Role.FOREGROUND));
    }

    private Color color(int unit, Palette palette) {
        return palette.color(view.units() == 1 ? Role.FORWARD : Role.series(unit));
    }

    private void paintData(Graphics2D g, ColumnLayout columns, Box plot, int unit, Palette palette) {
        boolean changed = false;
        for (int t = 1; t <= view.steps(); t++) {
            changed |= view.isChanged(t, unit);
        }
        if (changed) {
            g.setColor(palette.color(Role.MUTED));
            g.setStroke(Dash.DASHED.stroke(1.2));
            g.draw(path(columns, plot, view.data().extent(0), t -> view.data().at(t - 1, unit)));
        }
    }

    private void paintCurve(Graphics2D g, ColumnLayout columns, Box plot, int unit, Palette palette) {
        int last = Math.min(view.steps(), columns.viewport().last());
        Color color = color(unit, palette);
        g.setColor(color);
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path(columns, plot, view.steps(), t -> view.at(t, unit)));
        if (columns.pitch() < ROOM_FOR_DOTS) {
            return;
        }
        for (int t = Math.max(1, columns.viewport().first()); t <= last; t++) {
            boolean changed = view.isChanged(t, unit);
            g.setColor(changed ? palette.color(Role.ACCENT) : color);
            double size = changed ? CHANGED_DOT : DOT;
            Ellipse2D dot = new Ellipse2D.Double(
                    columns.center(t) - size / 2, y(plot, view.at(t, unit)) - size / 2, size, size);
            g.fill(dot);
            if (isSelected(t, unit)) {
                g.setColor(palette.color(Role.FOREGROUND));
                g.setStroke(new BasicStroke(1.8f));
                g.draw(new Ellipse2D.Double(dot.getX() - 2, dot.getY() - 2, size + 4, size + 4));
            }
        }
    }

    private boolean isSelected(int t, int unit) {
        return view.marks()
                .selected()
                .filter(at -> at.t() == t && at.unit() == unit)
                .isPresent();
    }

    private interface Values {
        double at(int t);
    }

    /** Also the steps beside those that are shown, towards which the curve runs. */
    private Path2D path(ColumnLayout columns, Box plot, int length, Values values) {
        Path2D path = new Path2D.Double();
        int first = Math.max(1, columns.viewport().first() - 1);
        int last = Math.min(length, columns.viewport().last() + 1);
        for (int t = first; t <= last; t++) {
            double y = y(plot, values.at(t));
            if (t == first) {
                path.moveTo(columns.center(t), y);
            } else {
                path.lineTo(columns.center(t), y);
            }
        }
        return path;
    }

    /** What lies beyond the scale sits at its end. */
    private double y(Box plot, double value) {
        double share = Math.max(0, Math.min(1, view.range().share(value)));
        return plot.bottom() - share * plot.height();
    }

    /** Each curve's unit at its right end, where there are several. */
    private void paintNames(Graphics2D g, ColumnLayout columns, Box plot, Palette palette) {
        if (view.units() == 1) {
            return;
        }
        int last = Math.min(view.steps(), columns.viewport().last());
        double[] wanted = new double[view.units()];
        for (int unit = 0; unit < wanted.length; unit++) {
            wanted[unit] = y(plot, view.at(Math.max(1, last), unit));
        }
        double[] placed = SideLabels.place(wanted, LABEL_LINE, plot.y(), plot.bottom());
        for (int unit = 0; unit < placed.length; unit++) {
            TextLine name = TextLine.of(wording.text("input.unit", unit), Face.REGULAR, LABEL_SIZE);
            name.draw(g, columns.right() + LABEL_GAP, placed[unit] + name.ascent() / 2, color(unit, palette));
        }
    }

    /** The unit whose curve is nearest. */
    @Override
    public int unitAt(int t, double y, Box plot) {
        int nearest = 0;
        for (int unit = 1; unit < view.units(); unit++) {
            double away = Math.abs(y(plot, view.at(t, unit)) - y);
            nearest = away < Math.abs(y(plot, view.at(t, nearest)) - y) ? unit : nearest;
        }
        return nearest;
    }

    @Override
    public Optional<Drawn> drawnAt(int t, double y, Box plot, int unit) {
        double share = Math.max(0, Math.min(1, (plot.bottom() - y) / plot.height()));
        return Optional.of(new Drawn(t, unit, view.range().at(share)));
    }

    @Override
    public String text(int t, int unit) {
        return InputForm.equation(view, t, unit);
    }
}
