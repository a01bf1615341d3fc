package unroll.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * A rule, and how many sequences are drawn from it.
 *
 * @param sequences those of an epoch
 * @param testSequences drawn once, from streams of their own
 * @param fresh whether every epoch draws new sequences instead of seeing those of the first again
 */
public record DrawnTask(SequenceRule rule, int sequences, int testSequences, boolean fresh) {
    /** A rule that has not found another new sequence after so many tries has hardly any left. */
    private static final int MOST_TRIES = 1000;

    public DrawnTask {
        if (sequences < 1 || testSequences < 1) {
            throw new IllegalArgumentException("at least 1 sequence to train with and 1 to test with are needed, not "
                    + sequences + " and " + testSequences);
        }
        if (fresh && rule.areDistinct()) {
            throw new IllegalArgumentException(
                    "freshly drawn sequences of " + rule.id() + " could be those of the test: draw a kept set");
        }
    }

    /**
     * Draws both parts. Each sequence has a stream of its own, so more of them change none.
     *
     * @param atEveryStep as for {@link SequenceRule#baselines}
     */
    public Dataset draw(long seed, boolean atEveryStep) {
        Set<String> seen = new TreeSet<>();
        long family = RandomStream.family(seed, rule.id() + ".train");
        Examples train = keep(family, sequences, seen);
        Examples test = keep(RandomStream.family(seed, rule.id() + ".test"), testSequences, seen);
        Sequences training = fresh ? new FreshExamples(rule, family, train) : train;
        return new Dataset(
                training, test, Scaling.NONE, rule.baselines(test, atEveryStep), rule.outputNames(), List.of());
    }

    private Examples keep(long family, int count, Set<String> seen) {
        int steps = rule.steps();
        int slots = rule.answersAtEveryStep() ? steps : 1;
        int width = rule.showsSymbols() ? 1 : rule.inputs();
        double[] shown = new double[Math.multiplyExact(count, steps * width)];
        double[] targets = new double[count * slots];
        double[] legal = new double[count * slots];
        RandomStream random = new RandomStream(family);
        Sequence sequence = new Sequence(rule);
        List<String> labels = new ArrayList<>();
        long number = 0;
        for (int example = 0; example < count; example++) {
            number = drawNew(new Draw(random, family, number), sequence, seen) + 1;
            sequence.copyShown(shown, example);
            sequence.copyTargets(targets, example);
            sequence.copyLegal(legal, example);
            labels.add("#" + (example + 1));
        }
        Inputs inputs = rule.showsSymbols()
                ? new Inputs.Symbols(Tensor.of(shown, count, steps), rule.inputs())
                : new Inputs.Vectors(Tensor.of(shown, count, steps, width));
        return new Examples(inputs, targets(targets, legal, count, slots), labels);
    }

    private record Draw(RandomStream random, long family, long number) {}

    /** Draws the first sequence from a number on that may be taken; gives its number. */
    private long drawNew(Draw draw, Sequence sequence, Set<String> seen) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            draw.random().restart(draw.family(), draw.number() + tries);
            sequence.clear();
            rule.draw(draw.random(), sequence);
            if (!rule.areDistinct() || seen.add(sequence.fingerprint())) {
                return draw.number() + tries;
            }
        }
        throw new IllegalArgumentException("there are hardly more than " + seen.size() + " different sequences of "
                + rule.id() + " with at most " + rule.steps() + " steps: ask for fewer or for longer ones");
    }

    private Targets targets(double[] targets, double[] legal, int count, int slots) {
        if (!rule.classifies()) {
            return new Targets.Vectors(Tensor.of(targets, count, slots, 1));
        }
        Tensor sets = Tensor.of(legal, count, slots);
        Optional<Tensor> known = sets.norm() > 0 ? Optional.of(sets) : Optional.empty();
        return new Targets.Classes(Tensor.of(targets, count, slots), rule.outputs(), known);
    }
}
