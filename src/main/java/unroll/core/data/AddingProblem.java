package unroll.core.data;

import java.util.List;
import java.util.Optional;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * The adding problem: random numbers beside marks, of which two are set; the answer, due at the end, comes from the two
 * marked numbers alone. Invented by Hochreiter and Schmidhuber (1997, experiment 4). Several codings go by the name, and
 * the same skill has another error in each.
 *
 * @param steps T, at least 20
 */
public record AddingProblem(AddingCoding coding, int steps) implements SequenceRule {
    static final int NUMBER = 0;
    static final int MARK = 1;

    private static final int FEWEST_STEPS = 20;

    public AddingProblem {
        if (steps < FEWEST_STEPS) {
            throw new IllegalArgumentException(
                    "the adding problem needs at least " + FEWEST_STEPS + " steps, not " + steps);
        }
    }

    @Override
    public String id() {
        return "adding";
    }

    @Override
    public int inputs() {
        return 2;
    }

    @Override
    public List<String> outputNames() {
        return List.of("sum");
    }

    @Override
    public boolean showsSymbols() {
        return false;
    }

    @Override
    public boolean classifies() {
        return false;
    }

    @Override
    public boolean answersAtEveryStep() {
        return false;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        for (int t = 1; t <= steps; t++) {
            sequence.show(t, NUMBER, random.nextUniform(coding.low(), 1));
        }
        int first = coding.first(random, steps);
        int second = coding.second(random, steps, first);
        coding.prepare(sequence, steps, Math.min(first, second));
        sequence.show(first, MARK, 1);
        sequence.show(second, MARK, 1);
        sequence.expect(coding.answer(sequence.shown(first, NUMBER) + sequence.shown(second, NUMBER)));
    }

    @Override
    public Optional<Targets> answer(Inputs shown) {
        int marks = 0;
        double sum = 0;
        for (int t = 1; t <= shown.steps(); t++) {
            if (shown.at(0, t, MARK) == 1) {
                marks++;
                sum += shown.at(0, t, NUMBER);
            }
        }
        return marks == 2
                ? Optional.of(new Targets.Vectors(Tensor.of(new double[] {coding.answer(sum)}, 1, 1, 1)))
                : Optional.empty();
    }

    /** The best constant, and what remains if only the later of the marked numbers is known. */
    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        return List.of(
                new Baseline("constant", Score.ofLoss(coding.variance(steps))),
                new Baseline("later mark only", Score.ofLoss(coding.varianceOfEarlier(steps))));
    }
}
