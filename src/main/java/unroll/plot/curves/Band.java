package unroll.plot.curves;

/**
 * What a curve is the middle of, such as the spread over seeds.
 *
 * @param low one a place of the curve
 * @param high one a place of the curve, not below {@code low}
 */
public record Band(Doubles low, Doubles high) {
    public Band {
        if (low.size() != high.size()) {
            throw new IllegalArgumentException(
                    "a band has as many lower as upper ends, not " + low.size() + " and " + high.size());
        }
    }

    int size() {
        return low.size();
    }
}
