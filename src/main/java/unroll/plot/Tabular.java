package unroll.plot;

import java.util.List;
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
}
