package unroll.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** Draws sequences of a rule one by one and keeps those that are wanted. */
final class DrawnExamples {
    private final SequenceRule rule;
    private final long family;
    private final int count;
    private final int slots;
    private final int width;
    private final RandomStream random;
    private final Sequence sequence;
    private final double[] shown;
    private final double[] targets;
    private final double[] legal;
    private final List<String> labels = new ArrayList<>();

    /**
     * Room for sequences.
     *
     * @param family of their random streams
     * @param count how many will be kept
     */
    DrawnExamples(SequenceRule rule, long family, int count) {
        this.rule = rule;
        this.family = family;
        this.count = count;
        this.slots = rule.answersAtEveryStep() ? rule.steps() : 1;
        this.width = rule.showsSymbols() ? 1 : rule.inputs();
        this.random = new RandomStream(family);
        this.sequence = new Sequence(rule);
        this.shown = new double[Math.multiplyExact(count, rule.steps() * width)];
        this.targets = new double[count * slots];
        this.legal = new double[count * slots];
    }

    /** Draws the sequence of a number. */
    void draw(long number) {
        random.restart(family, number);
        sequence.clear();
        rule.draw(random, sequence);
    }

    /** What the sequence drawn last shows, to tell it from others. */
    String fingerprint() {
        return sequence.fingerprint();
    }

    /** Keeps the sequence drawn last. */
    void keep() {
        int example = labels.size();
        sequence.copyShown(shown, example);
        sequence.copyTargets(targets, example);
        sequence.copyLegal(legal, example);
        labels.add("#" + (example + 1));
    }

    /** All that were kept, as many as there was room for. */
    Examples examples() {
        Inputs inputs = rule.showsSymbols()
                ? new Inputs.Symbols(Tensor.of(shown, count, rule.steps()), rule.inputs())
                : new Inputs.Vectors(Tensor.of(shown, count, rule.steps(), width));
        return new Examples(inputs, rule.classifies() ? classes() : numbers(), labels);
    }

    private Targets numbers() {
        return new Targets.Vectors(Tensor.of(targets, count, slots, 1));
    }

    private Targets classes() {
        Tensor sets = Tensor.of(legal, count, slots);
        Optional<Tensor> known = sets.norm() > 0 ? Optional.of(sets) : Optional.empty();
        return new Targets.Classes(Tensor.of(targets, count, slots), rule.outputs(), known);
    }
}
