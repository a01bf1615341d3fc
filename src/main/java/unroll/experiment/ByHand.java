package unroll.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was changed by hand in a sequence of the data before it is traced.
 *
 * @param text stands in for the whole sequence, symbol by symbol, and gives it its length; empty to keep the data's
 * @param values single numbers put in place of those of the data or the text; those past the sequence's end rest until
 *     it is long enough
 */
public record ByHand(Optional<String> text, SortedMap<Place, Double> values) {
    /** As in the data. */
    public static final ByHand NOTHING = new ByHand(Optional.empty(), Collections.emptySortedMap());

    /** An input number: step t = 1 … T, and unit from 0. */
    public record Place(int t, int unit) implements Comparable<Place> {
        public Place {
            if (t < 1 || unit < 0) {
                throw new IllegalArgumentException("step " + t + ", unit " + unit + " is no place of an input");
            }
        }

        @Override
        public int compareTo(Place other) {
            return t != other.t ? Integer.compare(t, other.t) : Integer.compare(unit, other.unit);
        }
    }

    public ByHand {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        values.forEach((place, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "the input at step " + place.t() + ", unit " + place.unit() + " can't be " + value);
            }
        });
    }

    /** A text in place of everything. */
    public static ByHand typed(String text) {
        return new ByHand(Optional.of(text), Collections.emptySortedMap());
    }

    /** With some more numbers. */
    public ByHand with(Map<Place, Double> more) {
        SortedMap<Place, Double> all = new TreeMap<>(values);
        all.putAll(more);
        return new ByHand(text, all);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }
}
