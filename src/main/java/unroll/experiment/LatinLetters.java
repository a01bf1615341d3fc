package unroll.experiment;

import java.text.Normalizer;
import unroll.core.data.Alphabet;

/**
 * Names in plain Latin letters, as the PyTorch tutorial on classifying names (Robertson 2017) has them: decomposed
 * (Unicode NFD), without the marks that stand off (category Mn), and of the rest only letters and a few signs.
 */
final class LatinLetters {
    private static final String KEPT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,;'";

    /** The 57 characters that are left. */
    static final Alphabet ALPHABET = Alphabet.inOrder(KEPT);

    private LatinLetters() {}

    static String normalise(String name) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.NON_SPACING_MARK)
                .filter(character -> ALPHABET.code(character) >= 0)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
