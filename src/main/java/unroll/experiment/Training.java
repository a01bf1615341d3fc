package unroll.experiment;

import unroll.core.optim.UpdateRule;
import unroll.core.train.Regime;

/**
 * How an experiment trains.
 *
 * @param rule how a gradient changes the weights
 * @param unit what {@code length} counts
 * @param length how many epochs or iterations
 * @param batchSize sequences to an iteration; the last of an epoch may have fewer
 * @param shuffles whether each epoch goes through the sequences in an order of its own
 * @param regime truncation, initial states and dropout
 */
public record Training(UpdateRule rule, Unit unit, int length, int batchSize, boolean shuffles, Regime regime) {
    /** What the length of a training is counted in. */
    public enum Unit {
        EPOCHS,
        ITERATIONS
    }

    public Training {
        if (length < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "a training needs a length and a batch size of at least 1, not " + length + " and " + batchSize);
        }
    }

    /** Iterations in all, with so many to an epoch. */
    public long iterations(int perEpoch) {
        return unit == Unit.ITERATIONS ? length : (long) length * perEpoch;
    }

    public Training withLength(Unit newUnit, int newLength) {
        return new Training(rule, newUnit, newLength, batchSize, shuffles, regime);
    }

    public Training withRegime(Regime replacement) {
        return new Training(rule, unit, length, batchSize, shuffles, replacement);
    }

    public Training withRule(UpdateRule replacement) {
        return new Training(replacement, unit, length, batchSize, shuffles, regime);
    }
}
