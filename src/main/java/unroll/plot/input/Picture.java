package unroll.plot.input;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Crisp;
import unroll.plot.tex.Caption;

/** A heat map of units over the steps, as in the lane of x; drawing inks it. */
record Picture(InputView view, Wording wording) implements InputForm {
    private static final double LEFT = 16;
    private static final double TITLE_SIZE = 14;
    private static final double NOTE_SIZE = 10.5;
    private static final double LEGEND_GAP = 10;
    private static final double INK = 1;

    private ColorMap map(Palette palette) {
        double largest = 0;
        for (int i = 0; i < view.shown().size(); i++) {
            largest = Math.max(largest, Math.abs(view.shown().at(i)));
        }
        return ColorMap.signed(Range.signedOwn(largest), palette);
    }

    @Override
    public void paint(Graphics2D g, ColumnLayout columns, Box plot, Palette palette) {
        Caption title = Caption.of("$x_t$", Face.REGULAR, TITLE_SIZE);
        double middle = plot.y() + plot.height() / 2;
        title.draw(g, LEFT, middle, palette.color(Role.FOREGROUND));
        TextLine note = TextLine.of(wording.text("units", view.units()), Face.REGULAR, NOTE_SIZE);
        note.draw(g, LEFT, middle + note.ascent() + 6, palette.color(Role.MUTED));
        ColorMap map = map(palette);
        double tall = plot.height() / view.units();
        int last = Math.min(view.steps(), columns.viewport().last());
        Crisp.draw(g, () -> {
            for (int t = Math.max(1, columns.viewport().first()); t <= last; t++) {
                for (int unit = 0; unit < view.units(); unit++) {
                    g.setColor(new Color(map.argb(view.at(t, unit))));
                    g.fill(new Rectangle2D.Double(columns.x(t), plot.y() + unit * tall, columns.pitch(), tall));
                }
            }
        });
        g.setColor(palette.color(Role.ACCENT));
        g.setStroke(new BasicStroke(1.6f));
        for (int t = Math.max(1, columns.viewport().first()); t <= last; t++) {
            for (int unit = 0; unit < view.units(); unit++) {
                if (view.isChanged(t, unit)) {
                    g.draw(new Rectangle2D.Double(
                            columns.x(t) + 1, plot.y() + unit * tall + 1, columns.pitch() - 2, Math.max(1, tall - 2)));
                }
            }
        }
        new ColorBar(map).paint(g, columns.right() + LEGEND_GAP, plot.y(), plot.height(), palette);
    }

    @Override
    public int unitAt(int t, double y, Box plot) {
        int unit = (int) ((y - plot.y()) / plot.height() * view.units());
        return Math.max(0, Math.min(view.units() - 1, unit));
    }

    /** Ink where there was none, and none where there was. */
    @Override
    public Optional<Drawn> drawnAt(int t, double y, Box plot, int unit) {
        int at = unitAt(t, y, plot);
        return Optional.of(new Drawn(t, at, view.at(t, at) > INK / 2 ? 0 : INK));
    }

    @Override
    public String text(int t, int unit) {
        return InputForm.equation(view, t, unit);
    }
}
