package unroll.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import unroll.core.tensor.Tensor;

/**
 * A text cut into sequences, each character of which is to foretell the next (Karpathy 2015). The first part trains, the
 * rest tests; the alphabet is that of the whole text, as usual, so both parts cost the same to spell.
 *
 * <p>Each sequence is read from a state that knows nothing, so that its first characters cost more than the others. In
 * short sequences, as they train well, that is a noticeable part of the whole: the test part may be cut into longer ones.
 *
 * @param window T, characters in a sequence; one follows the other, and a shorter rest of a part is left out
 * @param testWindow the same for the test part
 * @param trainShare the share of characters that train, 0 … 1, rounded down
 */
public record CharacterText(int window, int testWindow, double trainShare) {
    /** Added to every count, so that what the training part does not hold is unlikely but not impossible. */
    private static final double SMOOTHING = 0.1;

    private static final int LABEL_LENGTH = 16;

    public CharacterText {
        if (window < 1 || testWindow < 1) {
            throw new IllegalArgumentException(
                    "a sequence holds at least 1 character, not " + Math.min(window, testWindow));
        }
        if (!(trainShare > 0 && trainShare < 1)) {
            throw new IllegalArgumentException(
                    "the share of characters that train lies between 0 and 1, not " + trainShare);
        }
    }

    /** With sequences of the same length for testing. */
    public CharacterText(int window, double trainShare) {
        this(window, window, trainShare);
    }

    /**
     * Cuts a text.
     *
     * @throws IllegalArgumentException if a part has no whole sequence
     */
    public Dataset cut(String text) {
        Alphabet alphabet = Alphabet.of(text);
        int[] codes = alphabet.codes(text);
        int split = (int) (trainShare * codes.length);
        if (split <= window || codes.length - split <= testWindow || alphabet.size() < 2) {
            throw new IllegalArgumentException("a text of " + codes.length + " characters, " + alphabet.size()
                    + " of them different, is too short for sequences of " + window
                    + " and for testing " + testWindow + " and a training share of "
                    + trainShare);
        }
        Examples train = sequences(Arrays.copyOf(codes, split), window, alphabet);
        Examples test = sequences(Arrays.copyOfRange(codes, split, codes.length), testWindow, alphabet);
        List<Baseline> baselines = new Frequencies(codes, split, alphabet.size()).baselines(test);
        return new Dataset(train, test, Scaling.NONE, baselines, alphabet.names());
    }

    private static Examples sequences(int[] codes, int length, Alphabet alphabet) {
        int count = (codes.length - 1) / length;
        double[] shown = new double[count * length];
        double[] next = new double[count * length];
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = codes[i];
            next[i] = codes[i + 1];
        }
        for (int example = 0; example < count; example++) {
            labels.add(label(codes, example * length, length, alphabet));
        }
        return new Examples(
                new Inputs.Symbols(Tensor.of(shown, count, length), alphabet.size()),
                new Targets.Classes(Tensor.of(next, count, length), alphabet.size()),
                labels);
    }

    private static String label(int[] codes, int from, int length, Alphabet alphabet) {
        StringBuilder label = new StringBuilder();
        for (int i = from; i < from + Math.min(length, LABEL_LENGTH); i++) {
            label.append(alphabet.character(codes[i]));
        }
        return label.append(length > LABEL_LENGTH ? "…" : "").toString().replaceAll("\\s", " ");
    }

    /** How often characters and pairs of them occur in the training part. */
    private static final class Frequencies {
        private final int characters;
        private final int[] single;
        private final int[][] following;
        private final double all;

        private Frequencies(int[] codes, int split, int characters) {
            this.characters = characters;
            this.single = new int[characters];
            this.following = new int[characters][characters];
            this.all = split + SMOOTHING * characters;
            for (int i = 0; i < split; i++) {
                single[codes[i]]++;
                if (i > 0) {
                    following[codes[i - 1]][codes[i]]++;
                }
            }
        }

        /** What a character costs if all are equally likely, by its own frequency, and by that after the one before. */
        private List<Baseline> baselines(Examples test) {
            double unigram = 0;
            double bigram = 0;
            int rightUnigram = 0;
            int rightBigram = 0;
            Inputs.Symbols shown = (Inputs.Symbols) test.inputs();
            Targets.Classes next = (Targets.Classes) test.targets();
            int commonest = largest(single);
            int count = test.size() * test.steps();
            for (int example = 0; example < test.size(); example++) {
                for (int t = 1; t <= test.steps(); t++) {
                    int before = shown.code(example, t);
                    int answer = next.at(example, t);
                    unigram -= StrictMath.log((single[answer] + SMOOTHING) / all);
                    double pairs = single[before] + SMOOTHING * characters;
                    bigram -= StrictMath.log((following[before][answer] + SMOOTHING) / pairs);
                    rightUnigram += answer == commonest ? 1 : 0;
                    rightBigram += answer == largest(following[before]) ? 1 : 0;
                }
            }
            return List.of(
                    new Baseline("uniform", Score.ofLoss(StrictMath.log(characters))),
                    new Baseline("unigram", Score.ofClasses(unigram / count, (double) rightUnigram / count)),
                    new Baseline("bigram", Score.ofClasses(bigram / count, (double) rightBigram / count)));
        }

        private static int largest(int[] counts) {
            int largest = 0;
            for (int i = 1; i < counts.length; i++) {
                largest = counts[i] > counts[largest] ? i : largest;
            }
            return largest;
        }
    }
}
