package unroll.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Characters with a number each; characters are whole code points, so that rare Chinese ones are not torn apart. */
public final class Alphabet {
    private final int[] characters;
    private final Map<Integer, Integer> codes = new TreeMap<>();

    private Alphabet(int[] characters) {
        this.characters = characters;
        for (int i = 0; i < characters.length; i++) {
            codes.put(characters[i], i);
        }
    }

    /** All characters of a text, in the order of their code points. */
    public static Alphabet of(String text) {
        return new Alphabet(text.codePoints().sorted().distinct().toArray());
    }

    /** Some characters in a given order. */
    public static Alphabet inOrder(String characters) {
        return new Alphabet(characters.codePoints().distinct().toArray());
    }

    /**
     * The alphabet that has given names.
     *
     * @param names as {@link #names} gives them
     */
    public static Alphabet ofNames(List<String> names) {
        StringBuilder characters = new StringBuilder();
        for (String name : names) {
            characters.append(
                    switch (name) {
                        case "↵" -> "\n";
                        case "␍" -> "\r";
                        case "⇥" -> "\t";
                        case "␣" -> " ";
                        default -> name;
                    });
        }
        return inOrder(characters.toString());
    }

    public int size() {
        return characters.length;
    }

    /** The number of a character; −1 if it is not in the alphabet. */
    public int code(int character) {
        return codes.getOrDefault(character, -1);
    }

    /**
     * The numbers of a text's characters.
     *
     * @throws IllegalArgumentException if one is not in the alphabet
     */
    public int[] codes(String text) {
        return text.codePoints().map(this::requireCode).toArray();
    }

    private int requireCode(int character) {
        int code = code(character);
        if (code < 0) {
            throw new IllegalArgumentException(
                    "“" + Character.toString(character) + "” is not one of the " + size() + " characters of the text");
        }
        return code;
    }

    /** The character of a number. */
    public String character(int code) {
        return Character.toString(characters[code]);
    }

    /** All characters, with a sign for those that can't be seen. */
    public List<String> names() {
        return Arrays.stream(characters)
                .mapToObj(character -> switch (character) {
                    case '\n' -> "↵";
                    case '\r' -> "␍";
                    case '\t' -> "⇥";
                    case ' ' -> "␣";
                    default -> Character.toString(character);
                })
                .toList();
    }
}
