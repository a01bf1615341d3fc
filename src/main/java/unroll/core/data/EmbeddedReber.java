package unroll.core.data;

import java.util.List;
import java.util.Optional;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * The embedded Reber grammar (Cleeremans, Servan-Schreiber and McClelland 1989; as a test of long memory Hochreiter and
 * Schmidhuber 1997, experiment 1): B, then T or P, then a string of Reber's grammar (1967), then the same T or P, then E.
 * At every step the next symbol is asked for; an answer is right if all symbols that can follow stand above all others.
 * Both ways out of a node have equal chances.
 *
 * @param steps those of the longest string, one fewer than its symbols; longer ones are drawn again
 */
public record EmbeddedReber(int steps) implements SequenceRule {
    private static final String SYMBOLS = "BTSXPVE";
    private static final int B = SYMBOLS.indexOf('B');
    private static final int E = SYMBOLS.indexOf('E');
    private static final int T = SYMBOLS.indexOf('T');
    private static final int P = SYMBOLS.indexOf('P');

    private static final int SHORTEST = 8;

    /** Steps from an inner string's last node on: its E, the outer symbol, the outer E. */
    private static final int ENDING = 3;

    /** The two ways out of each node of the inner grammar: what they emit, and where they lead. */
    private static final String[] EMITTED = {"TP", "SX", "TV", "XS", "PV"};

    private static final int[][] NEXT = {{1, 2}, {1, 3}, {2, 4}, {2, 5}, {3, 5}};

    /** The node from which only E leads, and out. */
    private static final int LAST = 5;

    public EmbeddedReber {
        if (steps < SHORTEST) {
            throw new IllegalArgumentException(
                    "the shortest embedded Reber string has " + SHORTEST + " steps, more than " + steps);
        }
    }

    @Override
    public String id() {
        return "reber";
    }

    @Override
    public int inputs() {
        return SYMBOLS.length();
    }

    @Override
    public List<String> outputNames() {
        return List.of(SYMBOLS.split(""));
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
    public boolean areEquallyLong() {
        return false;
    }

    @Override
    public boolean testsUnseen() {
        return true;
    }

    @Override
    public void draw(RandomStream random, Sequence sequence) {
        while (!fits(random, sequence)) {
            sequence.clear();
        }
    }

    private boolean fits(RandomStream random, Sequence sequence) {
        int outer = random.nextInt(2) == 0 ? T : P;
        sequence.showSymbol(1, B);
        follow(sequence, 1, outer, set(T) | set(P));
        follow(sequence, 2, B, set(B));
        int t = 3;
        for (int node = 0; node != LAST; t++) {
            if (t + ENDING > steps) {
                return false;
            }
            int way = random.nextInt(2);
            follow(sequence, t, emitted(node, way), set(emitted(node, 0)) | set(emitted(node, 1)));
            node = NEXT[node][way];
        }
        follow(sequence, t, E, set(E));
        follow(sequence, t + 1, outer, set(outer));
        sequence.expect(t + 2, E);
        sequence.allow(t + 2, set(E));
        sequence.end(t + 2);
        return true;
    }

    private static void follow(Sequence sequence, int t, int symbol, long legal) {
        sequence.expect(t, symbol);
        sequence.allow(t, legal);
        sequence.showSymbol(t + 1, symbol);
    }

    private static int emitted(int node, int way) {
        return SYMBOLS.indexOf(EMITTED[node].charAt(way));
    }

    private static long set(int symbol) {
        return 1L << symbol;
    }

    @Override
    public Spelling spelling() {
        return Spelling.foretelling(Alphabet.inOrder(SYMBOLS));
    }

    /** The symbol that follows, and after the last the end; whether the grammar has such a string is not asked. */
    @Override
    public Optional<Targets> answer(Inputs shown) {
        if (!(shown instanceof Inputs.Symbols symbols)) {
            return Optional.empty();
        }
        double[] next = new double[symbols.steps()];
        for (int t = 1; t <= next.length; t++) {
            next[t - 1] = t < next.length ? symbols.code(0, t + 1) : E;
        }
        return Optional.of(new Targets.Classes(Tensor.of(next, 1, next.length), inputs()));
    }

    /**
     * What the grammar itself leaves open; the grammar without the memory of the outer symbol, which is then guessed; and
     * chance. Unseen strings are longer than drawn ones would be on average, so it is counted, not computed.
     */
    @Override
    public List<Baseline> baselines(Examples test, boolean atEveryStep) {
        Targets.Classes next = (Targets.Classes) test.targets();
        double bit = StrictMath.log(2);
        double choices = 0;
        int predictions = 0;
        for (int example = 0; example < test.size(); example++) {
            for (int t = 1; t <= test.length(example); t++) {
                choices += next.choices(example, t) - 1;
                predictions++;
            }
        }
        int guesses = test.size();
        Score grammar = Score.ofClasses(choices * bit / predictions, 1);
        Score forgetful = Score.ofClasses((choices + guesses) * bit / predictions, 1 - guesses / 2.0 / predictions);
        return List.of(
                new Baseline("grammar", grammar, true),
                new Baseline("grammar without the first symbol", forgetful),
                new Baseline("uniform", Score.ofLoss(StrictMath.log(SYMBOLS.length()))));
    }
}
