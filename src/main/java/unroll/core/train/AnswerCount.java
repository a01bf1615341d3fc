package unroll.core.train;

import java.util.Arrays;
import unroll.core.tensor.Tensor;

/** Counts right answers in all, by class, and by sequence; in memory that is allocated once. */
final class AnswerCount {
    private final long[] rightByClass;
    private final long[] ofClass;
    private long sequences;
    private long wholeSequences;

    AnswerCount(int classes) {
        this.rightByClass = new long[classes];
        this.ofClass = new long[classes];
    }

    void reset() {
        Arrays.fill(rightByClass, 0);
        Arrays.fill(ofClass, 0);
        sequences = 0;
        wholeSequences = 0;
    }

    void add(int answer, boolean isRight) {
        ofClass[answer]++;
        rightByClass[answer] += isRight ? 1 : 0;
    }

    void endSequence(boolean isWhole) {
        sequences++;
        wholeSequences += isWhole ? 1 : 0;
    }

    /** The share of right answers. */
    double accuracy() {
        return (double) Arrays.stream(rightByClass).sum()
                / Arrays.stream(ofClass).sum();
    }

    /** The share of sequences with only right answers. */
    double sequenceAccuracy() {
        return (double) wholeSequences / sequences;
    }

    /** The share of right answers where a class was asked for, of shape [classes]; NaN for one that never was. */
    Tensor classAccuracies() {
        double[] shares = new double[ofClass.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (double) rightByClass[i] / ofClass[i];
        }
        return Tensor.of(shares, shares.length);
    }
}
