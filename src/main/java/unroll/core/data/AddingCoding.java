package unroll.core.data;

import unroll.core.tensor.RandomStream;

/**
 * How the adding problem codes numbers, marks and answer. All sequences have exactly T steps, also where a paper varies
 * T by a tenth.
 */
public enum AddingCoding {
    /** Le, Jaitly and Hinton (2015): numbers on [0, 1), a mark in each half, the answer is the sum. */
    LE("le", 0, 1) {
        @Override
        int first(RandomStream random, int steps) {
            return 1 + random.nextInt(steps / 2);
        }

        @Override
        int second(RandomStream random, int steps, int first) {
            return 1 + steps / 2 + random.nextInt(steps - steps / 2);
        }
    },
    /**
     * Hochreiter and Schmidhuber (1997): numbers on [−1, 1), one of the first ten marked, then one of the first T/2 − 1
     * that are not; the first and the last pair carry the mark −1, and the first number is 0 where it is marked. The
     * answer is 0.5 plus a quarter of the sum.
     */
    HOCHREITER("hochreiter", -1, 0.25) {
        @Override
        int first(RandomStream random, int steps) {
            return 1 + random.nextInt(FIRST_TEN);
        }

        @Override
        int second(RandomStream random, int steps, int first) {
            int unmarked = 1 + random.nextInt(steps / 2 - 1);
            return unmarked < first ? unmarked : unmarked + 1;
        }

        @Override
        void prepare(Sequence sequence, int steps, int earlier) {
            sequence.show(1, AddingProblem.MARK, -1);
            sequence.show(steps, AddingProblem.MARK, -1);
            if (earlier == 1) {
                sequence.show(1, AddingProblem.NUMBER, 0);
            }
        }

        @Override
        double answer(double sum) {
            return 0.5 + super.answer(sum);
        }

        @Override
        double shareOfEarlier(int steps) {
            double chanceOfFirst = 1.0 / FIRST_TEN;
            return 1 - chanceOfFirst - (1 - chanceOfFirst) / (steps / 2 - 1);
        }
    },
    /**
     * Martens and Sutskever (2011), as Pascanu, Mikolov and Bengio (2013) published it in code: numbers on [0, 1), a mark
     * in the first tenth and one from there to the middle; the answer is the mean of the two.
     */
    MARTENS("martens", 0, 0.5) {
        @Override
        int first(RandomStream random, int steps) {
            return 1 + random.nextInt(steps / 10);
        }

        @Override
        int second(RandomStream random, int steps, int first) {
            return 1 + steps / 10 + random.nextInt(steps / 2 - steps / 10);
        }
    };

    private static final int FIRST_TEN = 10;

    private final String id;
    private final double low;
    private final double factor;

    AddingCoding(String id, double low, double factor) {
        this.id = id;
        this.low = low;
        this.factor = factor;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }

    /** The smallest number; the largest is 1. */
    double low() {
        return low;
    }

    /** The first step that is marked. */
    abstract int first(RandomStream random, int steps);

    /** The other step that is marked. */
    abstract int second(RandomStream random, int steps, int first);

    /** Sets what the coding shows besides numbers and marks. */
    void prepare(Sequence sequence, int steps, int earlier) {}

    /** The target for the sum of the marked numbers. */
    double answer(double sum) {
        return factor * sum;
    }

    /** The chance that the earlier of the marked numbers counts, rather than being set to 0. */
    double shareOfEarlier(int steps) {
        return 1;
    }

    /** The target's variance: the error of the best constant. */
    double variance(int steps) {
        return varianceOfEarlier(steps) + factor * factor * (1 - low) * (1 - low) / 12;
    }

    /** The share of the variance that the earlier number makes. */
    double varianceOfEarlier(int steps) {
        return shareOfEarlier(steps) * factor * factor * (1 - low) * (1 - low) / 12;
    }
}
