package unroll.plot.lanes;

import java.util.Set;
import unroll.plot.Hit;

/**
 * A quantity where it is named and not one of its numbers: its symbol, or a wire that carries it.
 *
 * @param ids in watches and files, such as {@code h} or {@code da.i}; none for what has no name
 */
public record QuantityTarget(Set<String> ids) implements Hit.Target {
    public QuantityTarget {
        ids = Set.copyOf(ids);
    }
}
