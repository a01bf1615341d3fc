package unroll.plot.sheet;

import java.awt.Graphics2D;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.Palette;

/** A part of a sheet that takes all of its width and as much height as it needs. */
public sealed interface Row permits Paragraph, Pair, FormulaRow, Bar, Sparkline, Gap {
    /** px. */
    double height(double width);

    /** Paints the row into its place, on a ground that is there already. */
    void paint(Graphics2D g, Box place, Palette palette);

    /** The row for screen readers. */
    String text();

    /** What lies at a point of the sheet, if it leads anywhere or has more to tell. */
    default Optional<Hit> at(double x, double y, Box place) {
        return Optional.empty();
    }

    /** The one thing that the row leads to, for those who go through a sheet by keys. */
    default Optional<Hit> link(Box place) {
        return Optional.empty();
    }
}
