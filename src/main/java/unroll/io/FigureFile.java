package unroll.io;

import java.util.List;
import unroll.core.data.Table;
import unroll.core.tensor.Tensor;

/**
 * The numbers of a figure, as {@code unroll plot --out curves.csv} writes them.
 *
 * @param columns their names
 * @param values of shape [rows, columns]; NaN where a curve has no value at a place
 */
public record FigureFile(List<String> columns, Tensor values) {
    public FigureFile {
        columns = List.copyOf(columns);
    }

    /**
     * Reads all columns.
     *
     * @throws ReadProblem if a cell is neither empty nor a number
     */
    public static FigureFile read(TextFile file) throws ReadProblem {
        Table table = CsvTable.whole(file);
        return new FigureFile(table.columns(), table.values());
    }

    /** The numbers of one column, from top to bottom. */
    public double[] column(int column) {
        double[] numbers = new double[values.extent(0)];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = values.at(row, column);
        }
        return numbers;
    }
}
