package unroll.core.data;

import java.util.List;
import java.util.Optional;
import unroll.core.tensor.RandomStream;

/**
 * A task whose sequences are drawn from random numbers alone, so that there are as many as one likes and what a rule
 * without a network reaches is known exactly.
 */
public sealed interface SequenceRule
        permits AddingProblem, CopyMemory, DelayedEcho, EmbeddedReber, FirstWord, TemporalOrder {
    /** The rule's name in files and in the names of its random streams. */
    String id();

    /** T of the longest sequence. */
    int steps();

    /** I. */
    int inputs();

    /** The names of the outputs, in order. */
    List<String> outputNames();

    /** O. */
    default int outputs() {
        return outputNames().size();
    }

    /** Whether each step shows one of {@link #inputs} symbols rather than numbers. */
    boolean showsSymbols();

    /** Whether the answer is a class rather than a number. */
    boolean classifies();

    /** Whether every step has a target of its own; otherwise the sequence has one in all. */
    boolean answersAtEveryStep();

    /** Whether all sequences have {@link #steps} steps. */
    default boolean areEquallyLong() {
        return true;
    }

    /** Whether a test sequence may not occur in training, since there are few enough for it to happen often. */
    default boolean testsUnseen() {
        return false;
    }

    /** How a sequence is written as a text; only where it shows symbols. */
    default Spelling spelling() {
        throw new IllegalStateException(id() + " shows numbers, which are not spelled");
    }

    /**
     * The answer to a sequence that was made in another way.
     *
     * @param shown one sequence
     * @return empty where the rule has no answer to it
     */
    Optional<Targets> answer(Inputs shown);

    /** Draws a sequence into one that is cleared. */
    void draw(RandomStream random, Sequence sequence);

    /**
     * What rules without a network reach: in expectation, or, where the test set is no plain sample, on it.
     *
     * @param test drawn by this rule
     * @param atEveryStep whether the loss is the mean over all steps or that of the last
     */
    List<Baseline> baselines(Examples test, boolean atEveryStep);
}
