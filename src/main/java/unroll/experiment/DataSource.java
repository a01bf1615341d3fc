package unroll.experiment;

import java.util.List;
import unroll.core.data.Table;

/**
 * Where the data of tasks come from; an experiment itself reads no files. Nothing is read before it is asked for.
 *
 * @param <E> how data that can't be had are reported
 */
public interface DataSource<E extends Exception> {
    /** The table that a task asks for. */
    Table read(DataRequest request) throws E;

    /**
     * All texts of a data set, ordered by name.
     *
     * @param data a built-in data set, a text file, or a folder of text files
     */
    List<NamedText> texts(String data) throws E;
}
