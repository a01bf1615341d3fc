package unroll.plot.input;

import java.awt.Graphics2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.lanes.ColumnLayout;

/** A way to draw a sequence within a box that is as wide as the figure. */
sealed interface InputForm permits Curves, Letters, Picture {
    void paint(Graphics2D g, ColumnLayout columns, Box plot, Palette palette);

    /** The unit that a place means. */
    int unitAt(int t, double y, Box plot);

    /** The number that a place stands for; empty where none can be drawn. */
    Optional<Drawn> drawnAt(int t, double y, Box plot, int unit);

    /** A number in words. */
    String text(int t, int unit);

    /** Such as {@code x₃[0] = 0.25}. */
    static String equation(InputView view, int t, int unit) {
        StringBuilder name = new StringBuilder("x");
        Integer.toString(t).chars().forEach(digit -> name.append((char) ('\u2080' + digit - '0')));
        return name + "[" + unit + "] = " + NumberFormat.format(view.at(t, unit));
    }
}
