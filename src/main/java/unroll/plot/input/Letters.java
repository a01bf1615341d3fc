package unroll.plot.input;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Crisp;
import unroll.plot.tex.Caption;

/** The symbol of each step; under a changed one that of the data. A step that is no symbol has none. */
record Letters(InputView view, Wording wording) implements InputForm {
    private static final double LEFT = 16;
    private static final double TITLE_SIZE = 14;
    private static final double LARGEST = 26;
    private static final double SMALLEST = 9;
    private static final double DATA_SIZE = 12;

    /** A letter takes this share of its column. */
    private static final double SHARE = 0.9;

    private static final double MARK_HEIGHT = 8;

    @Override
    public void paint(Graphics2D g, ColumnLayout columns, Box plot, Palette palette) {
        Caption title = Caption.of("$x_t$", Face.REGULAR, TITLE_SIZE);
        double middle = plot.y() + plot.height() / 2;
        title.draw(g, LEFT, middle + title.ascent() / 2, palette.color(Role.FOREGROUND));
        double size = Math.min(LARGEST, SHARE * columns.pitch());
        int last = Math.min(view.steps(), columns.viewport().last());
        for (int t = Math.max(1, columns.viewport().first()); t <= last; t++) {
            Color color = palette.color(view.isChanged(t) ? Role.ACCENT : Role.FOREGROUND);
            if (size < SMALLEST) {
                Crisp.fill(
                        g,
                        new Box(columns.x(t), middle - MARK_HEIGHT / 2, Math.max(1, columns.pitch()), MARK_HEIGHT),
                        palette.color(view.isChanged(t) ? Role.ACCENT : Role.BORDER));
            } else {
                paintLetter(g, columns, t, middle, size, color, palette);
            }
        }
        if (size < SMALLEST) {
            TextLine.of(wording.text("input.zoomIn"), Face.REGULAR, DATA_SIZE)
                    .draw(g, columns.left(), plot.bottom(), palette.color(Role.MUTED));
        }
    }

    private void paintLetter(
            Graphics2D g, ColumnLayout columns, int t, double middle, double size, Color color, Palette palette) {
        TextLine letter = TextLine.of(symbol(view, t).orElse("·"), Face.MEDIUM, size);
        letter.drawCentered(g, columns.center(t), middle + letter.ascent() / 2, color);
        boolean has = view.isChanged(t) && t <= view.data().extent(0);
        if (has) {
            TextLine before = TextLine.of(symbolOfData(t).orElse("·"), Face.REGULAR, Math.min(DATA_SIZE, size));
            before.drawCentered(
                    g, columns.center(t), middle + LARGEST / 2 + before.ascent() + 6, palette.color(Role.MUTED));
        }
    }

    /** The symbol that is shown at a step; empty where the inputs are not those of one. */
    private static Optional<String> symbol(InputView view, int t) {
        return symbol(view, unit -> view.at(t, unit));
    }

    private Optional<String> symbolOfData(int t) {
        return symbol(view, unit -> view.data().at(t - 1, unit));
    }

    private interface Values {
        double at(int unit);
    }

    private static Optional<String> symbol(InputView view, Values values) {
        int found = -1;
        for (int unit = 0; unit < view.units(); unit++) {
            double value = values.at(unit);
            if (value == 1 && found < 0) {
                found = unit;
            } else if (value != 0) {
                return Optional.empty();
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(view.symbols().get(found));
    }

    /** The unit of the symbol that is shown. */
    @Override
    public int unitAt(int t, double y, Box plot) {
        int largest = 0;
        for (int unit = 1; unit < view.units(); unit++) {
            largest = view.at(t, unit) > view.at(t, largest) ? unit : largest;
        }
        return largest;
    }

    /** Letters are typed. */
    @Override
    public Optional<Drawn> drawnAt(int t, double y, Box plot, int unit) {
        return Optional.empty();
    }

    @Override
    public String text(int t, int unit) {
        return InputForm.equation(view, t, unit) + "   “" + view.symbols().get(unit) + "”";
    }
}
