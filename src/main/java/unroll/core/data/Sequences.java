package unroll.core.data;

import unroll.core.model.Batch;

/** What a training takes its sequences from, each by its number: a kept set, or a rule that always draws new ones. */
public sealed interface Sequences permits Examples, FreshExamples {
    /** How many make an epoch: all of a kept set; of drawn ones, as many as are {@link #kept}. */
    int size();

    /** T of the longest. */
    int steps();

    /** I. */
    int inputSize();

    /** O. */
    int outputs();

    /** Whether targets are classes. */
    boolean areClasses();

    /** Whether all sequences have the same length. */
    boolean areEquallyLong();

    /** Whether any number from 0 on stands for a sequence, rather than those below {@link #size} alone. */
    boolean areDrawn();

    /** The steps of a sequence. */
    int length(long number);

    /**
     * Copies a sequence and its target into a row of a batch and tells the batch its length.
     *
     * @throws IllegalArgumentException if the sequence is longer than the batch's steps
     */
    void fill(long number, Batch batch, int row);

    /** The sequences of the first epoch, to be looked at and measured on. */
    Examples kept();
}
