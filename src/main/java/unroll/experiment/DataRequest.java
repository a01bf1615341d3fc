package unroll.experiment;

import java.util.List;
import java.util.Optional;

/**
 * The table that a task needs.
 *
 * @param data the name of a built-in data set, or a file
 * @param columns whose numbers are wanted, in this order
 * @param label the column whose texts name the rows; empty to number them
 * @param allowsGaps whether an empty cell is a missing value, NaN, rather than a fault
 */
public record DataRequest(String data, List<String> columns, Optional<String> label, boolean allowsGaps) {
    public DataRequest {
        columns = List.copyOf(columns);
    }

    /** A table without gaps. */
    public DataRequest(String data, List<String> columns, Optional<String> label) {
        this(data, columns, label, false);
    }
}
