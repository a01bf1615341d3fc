package unroll.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A figure whose numbers can be had as a table. Numbers are written by {@link NumberFormat#exact}. */
public interface Tabular {

    /**
     * Names of the columns.
     *
     * @return at least one
     */
    List<String> header();

    /**
     * The rows, each as long as the header; an empty text is a missing number.
     *
     * @return a new stream
     */
    Stream<List<String>> rows();

    /** The table as text for a spreadsheet: a line a row, cells apart by tabs. */
    default String tabSeparated() {
        return Stream.concat(Stream.of(header()), rows())
                .map(row -> String.join("\t", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
