package unroll.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * Copying memory (Hochreiter and Schmidhuber 1997 in spirit; this form by Arjovsky, Shah and Bengio 2016): ten symbols
 * of eight, T − 1 blanks, a marker, ten blanks; the answer is blank up to the marker and then the ten symbols. All
 * T + 20 steps count, so that most of a small loss is blanks.
 *
 * @param delay T
 */
public record CopyMemory(int delay) implements SequenceRule {
    private static final int LETTERS = 8;
    private static final int COPIED = 10;
    private static final int BLANK = LETTERS;
    private static final int MARKER = LETTERS + 1;

    public CopyMemory {
        if (delay < 1) {
            throw new IllegalArgumentException("the delay must be at least 1 step, not " + delay);
        }
    }

    @Override
    public String id() {
        return "copy";
    }

    @Override
    public int steps() {
        return delay + 2 * COPIED;
    }

    @Override
    public int inputs() {
        return LETTERS + 2;
    }

    @Override
    public List<String> outputNames() {
        return IntStream.rangeClosed(0, LETTERS)
                .mapToObj(i -> i == BLANK ? "blank" : String.valueOf(i))
                .toList();
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
        return true;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        int answerFrom = delay + COPIED;
        for (int t = 1; t <= steps(); t++) {
            sequence.showSymbol(t, t == answerFrom ? MARKER : BLANK);
            sequence.expect(t, BLANK);
        }
        for (int i = 1; i <= COPIED; i++) {
            int letter = random.nextInt(LETTERS);
            sequence.showSymbol(i, letter);
            sequence.expect(answerFrom + i, letter);
        }
    }

    @Override
    public Spelling spelling() {
        return Spelling.ofWhole(Alphabet.inOrder("01234567_?"));
    }

    /** Ten letters at the start are asked for after the marker, wherever that stands. */
    @Override
    public Optional<Targets> answer(Inputs shown) {
        if (!(shown instanceof Inputs.Symbols symbols)) {
            return Optional.empty();
        }
        int[] markers = IntStream.rangeClosed(1, symbols.steps())
                .filter(t -> symbols.code(0, t) == MARKER)
                .toArray();
        if (markers.length != 1 || markers[0] <= COPIED || markers[0] + COPIED > symbols.steps()) {
            return Optional.empty();
        }
        double[] answers = new double[symbols.steps()];
        Arrays.fill(answers, BLANK);
        for (int i = 1; i <= COPIED; i++) {
            if (symbols.code(0, i) >= LETTERS) {
                return Optional.empty();
            }
            answers[markers[0] + i - 1] = symbols.code(0, i);
        }
        return Optional.of(new Targets.Classes(Tensor.of(answers, 1, answers.length), outputs()));
    }

    /** Knowing when to answer but not what. */
    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        double guessed = atEveryStep ? (double) COPIED / steps() : 1;
        double loss = guessed * StrictMath.log(LETTERS);
        return List.of(new Baseline("memoryless", Score.ofClasses(loss, 1 - guessed + guessed / LETTERS)));
    }
}
