package unroll.core.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;

/**
 * Temporal order: among four kinds of distractors stand two marks, each A or B, and which came in which order is asked
 * for at the end: AA, AB, BA or BB. By Hochreiter and Schmidhuber (1997, experiment 6a); this form by Pascanu, Mikolov
 * and Bengio (2013): the first mark in the second tenth of the sequence, the other in the sixth.
 *
 * @param steps T, at least 10
 */
public record TemporalOrder(int steps) implements SequenceRule {
    private static final int MARKS = 2;
    private static final int DISTRACTORS = 4;
    private static final int TENTHS = 10;

    public TemporalOrder {
        if (steps < TENTHS) {
            throw new IllegalArgumentException("temporal order needs at least " + TENTHS + " steps, not " + steps);
        }
    }

    @Override
    public String id() {
        return "temporal_order";
    }

    @Override
    public int inputs() {
        return MARKS + DISTRACTORS;
    }

    @Override
    public List<String> outputNames() {
        return List.of("AA", "AB", "BA", "BB");
    }

    @Override
    public boolean showsSymbols() {
        return true;
    }

    @Override
    public boolean classifies() {
        return true;
    }

    @Override
    public boolean answersAtEveryStep() {
        return false;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        for (int t = 1; t <= steps; t++) {
            sequence.showSymbol(t, MARKS + random.nextInt(DISTRACTORS));
        }
        int tenth = steps / TENTHS;
        int first = random.nextInt(MARKS);
        int second = random.nextInt(MARKS);
        sequence.showSymbol(1 + tenth + random.nextInt(tenth), first);
        sequence.showSymbol(1 + steps / 2 + random.nextInt(tenth), second);
        sequence.expect(MARKS * first + second);
    }

    @Override
    public Spelling spelling() {
        return Spelling.ofWhole(Alphabet.inOrder("ABcdef"));
    }

    @Override
    public Optional<Targets> answer(Inputs shown) {
        if (!(shown instanceof Inputs.Symbols symbols)) {
            return Optional.empty();
        }
        int[] marks = IntStream.rangeClosed(1, symbols.steps())
                .map(t -> symbols.code(0, t))
                .filter(code -> code < MARKS)
                .toArray();
        return marks.length == 2
                ? Optional.of(Targets.Classes.ofSequences(new double[] {MARKS * marks[0] + marks[1]}, outputs()))
                : Optional.empty();
    }

    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        Score oneMark = Score.ofClasses(StrictMath.log(MARKS), 1.0 / MARKS);
        return List.of(Baseline.chance(MARKS * MARKS), new Baseline("one mark only", oneMark));
    }
}
