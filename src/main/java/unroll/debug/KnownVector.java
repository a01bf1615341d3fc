package unroll.debug;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import unroll.core.tensor.Norms;
import unroll.core.trace.Track;

/**
 * What is known of one vector at every time step, for one row: its values, its gradient, or what some of its readers
 * have sent back to it. Found once for all steps, so that a picture of thousands of numbers asks no maps.
 */
public final class KnownVector implements KnownNumbers {
    /**
     * What one line adds.
     *
     * @param shift from the step at which the line runs to the step of its target
     * @param hasRun whether it has run for a step of the target
     */
    record Part(Track added, int shift, IntPredicate hasRun) {}

    private final Progress[] progress;
    private final int units;
    private final Track total;
    private final boolean[] readsTotal;
    private final List<Part> parts;

    /**
     * Takes over the array.
     *
     * @param progress at steps 0 … T + 1; null where the vector never exists
     * @param total read where the vector is complete; without it the parts are summed there too
     */
    KnownVector(Progress[] progress, int units, Optional<Track> total, List<Part> parts) {
        this.progress = progress;
        this.units = units;
        this.total = total.orElse(null);
        this.readsTotal = new boolean[progress.length];
        for (int t = 0; t < progress.length; t++) {
            readsTotal[t] = total.isPresent() && isKnown(t) && !progress[t].isPartial();
        }
        this.parts = List.copyOf(parts);
    }

    @Override
    public int steps() {
        return progress.length - 2;
    }

    public int units() {
        return units;
    }

    @Override
    public Completeness completeness(int t) {
        Progress at = progress[t];
        if (at == null) {
            return Completeness.ABSENT;
        }
        if (at.isUnknown()) {
            return Completeness.UNKNOWN;
        }
        return at.isPartial() ? Completeness.PARTIAL : Completeness.COMPLETE;
    }

    @Override
    public boolean isKnown(int t) {
        return progress[t] != null && !progress[t].isUnknown();
    }

    /** How many of the increments have been added at a step; empty where the vector never exists. */
    public Optional<Progress> progress(int t) {
        return Optional.ofNullable(progress[t]);
    }

    @Override
    public double at(int t, int unit) {
        return readsTotal[t] ? total.at(t, unit) : sum(t, unit);
    }

    private double sum(int t, int unit) {
        requireKnown(t);
        double sum = 0;
        for (Part part : parts) {
            if (part.hasRun().test(t)) {
                sum += part.added().at(t - part.shift(), unit);
            }
        }
        return sum;
    }

    /**
     * The Euclidean norm over all units, as far as they are summed.
     *
     * @throws IllegalStateException if they are not known
     */
    public double norm(int t) {
        if (readsTotal[t]) {
            return total.norm(t);
        }
        requireKnown(t);
        if (parts.size() == 1) {
            return parts.get(0).added().norm(t - parts.get(0).shift());
        }
        double[] sums = new double[units];
        for (int unit = 0; unit < units; unit++) {
            sums[unit] = at(t, unit);
        }
        return Norms.euclidean(sums, 0, units);
    }

    private void requireKnown(int t) {
        if (!isKnown(t)) {
            throw new IllegalStateException("nothing is known yet at step " + t);
        }
    }
}
