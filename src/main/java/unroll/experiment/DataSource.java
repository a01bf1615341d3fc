package unroll.experiment;

import unroll.core.data.Table;

/**
 * Where the tables of tasks come from; an experiment itself reads no files.
 *
 * @param <E> how a table that can't be had is reported
 */
@FunctionalInterface
public interface DataSource<E extends Exception> {
    Table read(DataRequest request) throws E;
}
