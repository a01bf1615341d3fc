package unroll.core.data;

import java.util.Arrays;
import unroll.core.tensor.Tensor;

/**
 * How a sequence of symbols is written as a text: a character a symbol.
 *
 * @param foretells whether each symbol is to be foretold from those before it: the last character of a text is then a
 *     target only, and no input
 */
public record Spelling(Alphabet alphabet, boolean foretells) {
    /** Every character of a text is an input. */
    public static Spelling ofWhole(Alphabet alphabet) {
        return new Spelling(alphabet, false);
    }

    /** Each character of a text is the target of those before it. */
    public static Spelling foretelling(Alphabet alphabet) {
        return new Spelling(alphabet, true);
    }

    /** The fewest characters that make a sequence. */
    public int shortest() {
        return foretells ? 2 : 1;
    }

    /**
     * What a text shows, step by step.
     *
     * @throws IllegalArgumentException if it is too short or has a character that is not in the alphabet
     */
    public Inputs.Symbols inputs(String text) {
        int[] codes = codes(text);
        return Inputs.Symbols.of(foretells ? Arrays.copyOf(codes, codes.length - 1) : codes, alphabet.size());
    }

    /** Where each character is foretold, the targets of a text. */
    public Targets.Classes next(String text) {
        int[] codes = codes(text);
        double[] next = Arrays.stream(codes, 1, codes.length).asDoubleStream().toArray();
        return new Targets.Classes(Tensor.of(next, 1, next.length), alphabet.size());
    }

    private int[] codes(String text) {
        int[] codes = alphabet.codes(text);
        if (codes.length < shortest()) {
            throw new IllegalArgumentException(
                    foretells
                            ? "at least 2 characters are needed: one to read and one to foretell"
                            : "at least 1 character is needed");
        }
        return codes;
    }

    /** The text of a sequence of a set. */
    public String text(Examples examples, int example) {
        StringBuilder text = new StringBuilder();
        if (examples.inputs() instanceof Inputs.Symbols symbols) {
            int length = symbols.length(example);
            for (int t = 1; t <= length; t++) {
                text.append(alphabet.character(symbols.code(example, t)));
            }
            if (foretells && examples.targets() instanceof Targets.Classes next) {
                text.append(alphabet.character(next.at(example, length)));
            }
        }
        return text.toString();
    }
}
