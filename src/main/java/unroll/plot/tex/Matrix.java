package unroll.plot.tex;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows and columns.
 *
 * @param rows their cells; short rows end early
 * @param left bracket on the left, or "."
 * @param right bracket on the right, or "."
 * @param centered cells stand in the middle of their columns, else at the left
 */
record Matrix(List<List<Node>> rows, String left, String right, boolean centered) implements Node {
    private static final double COLUMN_GAP = 1;

    /** Least height and depth of a row, em. */
    private static final double STRUT_ASCENT = 0.84;

    private static final double STRUT_DESCENT = 0.36;

    Matrix {
        rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public Block layout(Setting setting) {
        List<List<Block>> cells = rows.stream()
                .map(row -> row.stream().map(cell -> cell.layout(setting)).toList())
                .toList();
        List<Double> widths = columnWidths(cells);
        Block table = Block.EMPTY;
        double y = 0;
        for (List<Block> row : cells) {
            double ascent = reach(row, true, setting.em());
            table = table.over(line(row, widths, setting.em()).lowered(y + ascent));
            y += ascent + reach(row, false, setting.em());
        }
        Block block = new Block(table.width(), 0, y, 0, table.marks());
        Block onAxis = block.lowered(-y / 2 - setting.axis());
        Block content = new Block(onAxis.width(), y / 2 + setting.axis(), y / 2 - setting.axis(), 0, onAxis.marks());
        return Delimiter.around(left, content, setting)
                .beside(content)
                .beside(Delimiter.around(right, content, setting));
    }

    @Override
    public AtomClass type() {
        return AtomClass.INNER;
    }

    private static List<Double> columnWidths(List<List<Block>> cells) {
        List<Double> widths = new ArrayList<>();
        for (List<Block> row : cells) {
            for (int column = 0; column < row.size(); column++) {
                double width = row.get(column).width();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        return widths;
    }

    private static double reach(List<Block> row, boolean up, double em) {
        double strut = (up ? STRUT_ASCENT : STRUT_DESCENT) * em;
        return row.stream().mapToDouble(up ? Block::ascent : Block::descent).reduce(strut, Math::max);
    }

    private Block line(List<Block> row, List<Double> widths, double em) {
        Block line = Block.EMPTY;
        for (int column = 0; column < row.size(); column++) {
            double width = widths.get(column);
            Block cell = centered
                    ? row.get(column).centeredIn(width)
                    : row.get(column).withWidth(width);
            line = line.beside(cell.shifted(column == 0 ? 0 : COLUMN_GAP * em));
        }
        return line;
    }
}
