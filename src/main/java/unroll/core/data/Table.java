package unroll.core.data;

import java.util.List;
import unroll.core.tensor.Tensor;

/**
 * Columns of numbers, as read from a file.
 *
 * @param columns their names
 * @param labels a short name for each row
 * @param values of shape [rows, columns]
 */
public record Table(List<String> columns, List<String> labels, Tensor values) {
    public Table {
        columns = List.copyOf(columns);
        labels = List.copyOf(labels);
        if (!values.hasShape(labels.size(), columns.size())) {
            throw new IllegalArgumentException(
                    "a table of " + labels.size() + " rows and " + columns.size() + " columns can't hold " + values);
        }
    }

    public int rows() {
        return labels.size();
    }

    public double at(int row, int column) {
        return values.at(row, column);
    }

    /** The numbers of one column. */
    public double[] column(int column) {
        double[] numbers = new double[rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = at(row, column);
        }
        return numbers;
    }
}
