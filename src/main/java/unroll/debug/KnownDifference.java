package unroll.debug;

/** One vector less another of as many units, as far as both are known: complete where both are complete. */
public record KnownDifference(KnownVector one, KnownVector other) implements KnownNumbers {
    public KnownDifference {
        if (one.units() != other.units() || one.steps() != other.steps()) {
            throw new IllegalArgumentException("a difference needs vectors of one size, not of " + one.units() + " × "
                    + one.steps() + " and " + other.units() + " × " + other.steps());
        }
    }

    @Override
    public int steps() {
        return one.steps();
    }

    @Override
    public Completeness completeness(int t) {
        Completeness here = one.completeness(t);
        Completeness there = other.completeness(t);
        if (here == Completeness.ABSENT || there == Completeness.ABSENT) {
            return Completeness.ABSENT;
        }
        if (here == Completeness.UNKNOWN || there == Completeness.UNKNOWN) {
            return Completeness.UNKNOWN;
        }
        return here == Completeness.PARTIAL ? here : there;
    }

    @Override
    public boolean isKnown(int t) {
        return one.isKnown(t) && other.isKnown(t);
    }

    @Override
    public double at(int t, int unit) {
        return one.at(t, unit) - other.at(t, unit);
    }
}
