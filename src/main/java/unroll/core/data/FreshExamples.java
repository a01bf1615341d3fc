package unroll.core.data;

import unroll.core.model.Batch;
import unroll.core.tensor.RandomStream;

/**
 * Sequences that are drawn when they are asked for and never seen twice. A sequence follows from its number, so any
 * batch can be made again, and a training that goes on from a checkpoint sees what it would have seen.
 *
 * <p>Drawing reuses the memory of the sequence before: one thread at a time.
 */
public final class FreshExamples implements Sequences {
    private final SequenceRule rule;
    private final long family;
    private final Examples kept;
    private final RandomStream random;
    private final Sequence sequence;
    private long drawn = -1;

    /**
     * Sequences of a rule.
     *
     * @param family of the random streams, as {@link RandomStream#family} gives it
     * @param kept those of the numbers from 0 on that make the first epoch
     */
    FreshExamples(SequenceRule rule, long family, Examples kept) {
        this.rule = rule;
        this.family = family;
        this.kept = kept;
        this.random = new RandomStream(family);
        this.sequence = new Sequence(rule);
    }

    @Override
    public int size() {
        return kept.size();
    }

    @Override
    public int steps() {
        return rule.steps();
    }

    @Override
    public int inputSize() {
        return rule.inputs();
    }

    @Override
    public int outputs() {
        return rule.outputs();
    }

    @Override
    public boolean areClasses() {
        return rule.classifies();
    }

    @Override
    public boolean areEquallyLong() {
        return rule.areEquallyLong();
    }

    @Override
    public boolean areDrawn() {
        return true;
    }

    @Override
    public int length(long number) {
        if (rule.areEquallyLong()) {
            return rule.steps();
        }
        draw(number);
        return sequence.length();
    }

    @Override
    public void fill(long number, Batch batch, int row) {
        draw(number);
        if (sequence.length() > batch.steps()) {
            throw new IllegalArgumentException(
                    "a sequence of " + sequence.length() + " steps does not fit a batch of " + batch.steps());
        }
        sequence.copyTo(batch, row);
    }

    private void draw(long number) {
        if (number != drawn) {
            random.restart(family, number);
            sequence.clear();
            rule.draw(random, sequence);
            drawn = number;
        }
    }

    @Override
    public Examples kept() {
        return kept;
    }
}
