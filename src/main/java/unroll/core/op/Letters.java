package unroll.core.op;

import java.util.Map;

/** Raised letters of plain text. */
final class Letters {
    private static final Map<String, String> RAISED =
            Map.of("i", "ⁱ", "f", "ᶠ", "g", "ᵍ", "o", "ᵒ", "r", "ʳ", "z", "ᶻ", "n", "ⁿ");

    private Letters() {}

    static String superscript(String letter) {
        return RAISED.getOrDefault(letter, "^" + letter);
    }
}
