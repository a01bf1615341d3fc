package unroll.core.data;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import unroll.core.tensor.RandomStream;

/**
 * A rule, and how many sequences are drawn from it.
 *
 * @param sequences those of an epoch
 * @param testSequences drawn once, from streams of their own
 * @param fresh whether every epoch draws new sequences instead of seeing those of the first again
 */
public record DrawnTask(SequenceRule rule, int sequences, int testSequences, boolean fresh) {
    /** A rule that has not come to an unseen sequence after so many tries has hardly any. */
    private static final int MOST_TRIES = 1000;

    public DrawnTask {
        if (sequences < 1 || testSequences < 1) {
            throw new IllegalArgumentException("at least 1 sequence to train with and 1 to test with are needed, not "
                    + sequences + " and " + testSequences);
        }
        if (fresh && rule.testsUnseen()) {
            throw new IllegalArgumentException(
                    "freshly drawn sequences of " + rule.id() + " could be those of the test: draw a kept set");
        }
    }

    /**
     * Draws both parts. Each sequence has a stream of its own, so more of them change none.
     *
     * @param atEveryStep as for {@link SequenceRule#baselines}
     * @throws IllegalArgumentException if test sequences have to be unseen and there are hardly any
     */
    public Dataset draw(long seed, boolean atEveryStep) {
        long family = RandomStream.family(seed, rule.id() + ".train");
        Set<String> seen = new TreeSet<>();
        Examples train = train(family, seen);
        Examples test = test(RandomStream.family(seed, rule.id() + ".test"), seen);
        Sequences training = fresh ? new FreshExamples(rule, family, train) : train;
        return new Dataset(
                training, test, Scaling.NONE, rule.baselines(test, atEveryStep), rule.outputNames(), List.of());
    }

    private Examples train(long family, Set<String> seen) {
        DrawnExamples drawn = new DrawnExamples(rule, family, sequences);
        for (int number = 0; number < sequences; number++) {
            drawn.draw(number);
            drawn.keep();
            if (rule.testsUnseen()) {
                seen.add(drawn.fingerprint());
            }
        }
        return drawn.examples();
    }

    private Examples test(long family, Set<String> seen) {
        DrawnExamples drawn = new DrawnExamples(rule, family, testSequences);
        long number = 0;
        for (int example = 0; example < testSequences; example++) {
            long last = number + MOST_TRIES;
            drawn.draw(number++);
            while (rule.testsUnseen() && seen.contains(drawn.fingerprint())) {
                if (number > last) {
                    throw new IllegalArgumentException("training sees almost all sequences of " + rule.id()
                            + " with at most " + rule.steps() + " steps: train with fewer, or allow longer ones");
                }
                drawn.draw(number++);
            }
            drawn.keep();
        }
        return drawn.examples();
    }
}
