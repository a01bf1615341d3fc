package unroll.lesson;

import java.util.List;
import unroll.io.BuiltIn;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** Short explanations, half a minute each, that a text opens in place: {@code [largest stretch](toolbox:stretch)}. */
public final class Toolbox {
    /** What a link writes before a card's name. */
    static final String SCHEME = "toolbox:";

    private static final List<String> NAMES =
            List.of("chain-rule", "outer-product", "norm", "stretch", "eigenvalue", "cross-entropy");

    private Toolbox() {}

    /**
     * A card in one language.
     *
     * @param text what it says, its live figure included
     */
    public record Card(String title, Prose text) {}

    public static List<String> names() {
        return NAMES;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /**
     * Reads a card.
     *
     * @param name one of {@link #names}
     * @param language of its text, such as {@code en}
     */
    public static Card read(String name, String language) throws ReadProblem {
        TextFile file = BuiltIn.lesson("toolbox/" + name + "." + language + ".md");
        ProseLines lines = new ProseLines(file);
        if (!lines.hasNext() || !lines.peek().startsWith("# ")) {
            throw lines.problem(0, Phrase.of("problem.noCardTitle"));
        }
        String title = lines.next().substring(2).strip();
        return new Card(title, lines.prose());
    }
}
