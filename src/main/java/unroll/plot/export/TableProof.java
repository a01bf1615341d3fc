package unroll.plot.export;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.TextLine;

/**
 * The beginning of a table that will be exported.
 *
 * @param table its numbers are shown as they are written, to the last digit
 */
public record TableProof(Tabular table) implements Painter {
    private static final double SIZE = 11;
    private static final double LINE = 18;
    private static final double PAD = 10;
    private static final double GAP = 16;

    /** A column is no wider; what is longer is cut short. */
    private static final double MOST_WIDTH = 150;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        int most = Math.max(1, (int) ((height - 2 * PAD) / LINE) - 1);
        List<List<String>> rows = new ArrayList<>(List.of(table.header()));
        table.rows().limit(most).forEach(rows::add);
        double x = PAD;
        for (int column = 0; column < table.header().size() && x < width - PAD; column++) {
            x += paintColumn(g, rows, column, x, palette) + GAP;
        }
        g.setColor(palette.color(Role.BORDER));
        g.draw(new Line2D.Double(PAD, PAD + LINE, width - PAD, PAD + LINE));
    }

    /** Returns the width that it took, px. */
    private static double paintColumn(Graphics2D g, List<List<String>> rows, int column, double x, Palette palette) {
        double widest = 0;
        for (int row = 0; row < rows.size(); row++) {
            Face face = row == 0 ? Face.MEDIUM : Face.REGULAR;
            TextLine text = fitted(rows.get(row).get(column), face);
            text.draw(g, x, PAD + (row + 0.75) * LINE, palette.color(row == 0 ? Role.MUTED : Role.FOREGROUND));
            widest = Math.max(widest, text.width());
        }
        return widest;
    }

    private static TextLine fitted(String cell, Face face) {
        TextLine whole = TextLine.of(cell, face, SIZE);
        for (int length = cell.length() - 1; length > 0 && whole.width() > MOST_WIDTH; length--) {
            whole = TextLine.of(cell.substring(0, length) + "\u2026", face, SIZE);
        }
        return whole;
    }
}
