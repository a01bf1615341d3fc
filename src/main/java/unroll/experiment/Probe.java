package unroll.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import unroll.experiment.Setup.Part;

/**
 * Which sequences of an experiment are looked at: some that follow each other in the data, and what was changed in them
 * by hand. It stands beside the experiment, since nothing that is trained depends on it.
 *
 * @param example the first of them, from 0; past the end stands for the last
 * @param rows how many are traced as one batch; fewer where the data end
 * @param changes by row, from 0; rows that are as in the data are left out
 */
public record Probe(Part part, int example, int rows, SortedMap<Integer, ByHand> changes) {
    /** The first training sequence, as it is. */
    public static final Probe FIRST = of(Part.TRAIN, 0);

    /** A trace keeps every number: more rows would not fit into memory. */
    public static final int MOST_ROWS = 64;

    public Probe {
        if (example < 0 || rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("a probe looks at 1 … " + MOST_ROWS + " rows from example 0 on, not at "
                    + rows + " from " + example);
        }
        SortedMap<Integer, ByHand> kept = new TreeMap<>(changes);
        kept.values().removeIf(ByHand::isNothing);
        if (!kept.isEmpty() && kept.firstKey() < 0) {
            throw new IllegalArgumentException("rows count from 0, not from " + kept.firstKey());
        }
        changes = Collections.unmodifiableSortedMap(kept);
    }

    /** One sequence, as it is in the data. */
    public static Probe of(Part part, int example) {
        return new Probe(part, example, 1, Collections.emptySortedMap());
    }

    /** Another example and those after it, as they are in the data. */
    public Probe at(Part otherPart, int otherExample) {
        return new Probe(otherPart, otherExample, rows, Collections.emptySortedMap());
    }

    public Probe withRows(int count) {
        return new Probe(part, example, count, changes);
    }

    /** What was changed in a row. */
    public ByHand change(int row) {
        return changes.getOrDefault(row, ByHand.NOTHING);
    }

    /** With another change of a row in place of the one before. */
    public Probe withChange(int row, ByHand change) {
        SortedMap<Integer, ByHand> others = new TreeMap<>(changes);
        others.put(row, change);
        return new Probe(part, example, rows, others);
    }

    /** With some numbers of a row changed, besides what was changed before. */
    public Probe withValues(int row, Map<ByHand.Place, Double> values) {
        return withChange(row, change(row).with(values));
    }
}
