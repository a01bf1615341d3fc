package unroll.core.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;

/**
 * First word: the first of T words, one of a few, is asked for at the end; the others are fillers that say nothing. The
 * plainest test of keeping one thing for long, after the latching task of Bengio, Simard and Frasconi (1994).
 *
 * @param steps T
 * @param words how many the first is one of
 * @param vocabulary those and the fillers
 */
public record FirstWord(int steps, int words, int vocabulary) implements SequenceRule {
    private static final int LETTERS = 26;
    private static final int FURTHER_LETTERS = '\u0400';

    public FirstWord {
        if (steps < 2) {
            throw new IllegalArgumentException("at least 2 steps are needed to forget a word, not " + steps);
        }
        if (words < 2 || words > LETTERS || vocabulary <= words) {
            throw new IllegalArgumentException("a vocabulary needs 2 … " + LETTERS
                    + " words to remember and more as fillers, not " + words + " of " + vocabulary);
        }
    }

    @Override
    public String id() {
        return "first_word";
    }

    @Override
    public int inputs() {
        return vocabulary;
    }

    @Override
    public List<String> outputNames() {
        return IntStream.range(0, words)
                .mapToObj(i -> String.valueOf((char) ('A' + i)))
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
        return false;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        int word = random.nextInt(words);
        sequence.showSymbol(1, word);
        sequence.expect(word);
        for (int t = 2; t <= steps; t++) {
            sequence.showSymbol(t, words + random.nextInt(vocabulary - words));
        }
    }

    @Override
    public Spelling spelling() {
        return Spelling.ofWhole(Alphabet.inOrder(IntStream.range(0, vocabulary)
                .mapToObj(code -> Character.toString(code < words ? 'A' + code : filler(code - words)))
                .collect(Collectors.joining())));
    }

    /** Small letters, and after them letters that hardly anybody will need. */
    private static int filler(int index) {
        return index < LETTERS ? 'a' + index : FURTHER_LETTERS + index - LETTERS;
    }

    @Override
    public Optional<Targets> answer(Inputs shown) {
        return shown instanceof Inputs.Symbols symbols && symbols.code(0, 1) < words
                ? Optional.of(Targets.Classes.ofSequences(new double[] {symbols.code(0, 1)}, words))
                : Optional.empty();
    }

    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        return List.of(Baseline.chance(words));
    }
}
