package unroll.debug;

/** Numbers in the superscript digits of Unicode. */
final class Superscripts {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Superscripts() {}

    static String of(long number) {
        StringBuilder text = new StringBuilder(number < 0 ? "⁻" : "");
        for (char digit : String.valueOf(Math.abs(number)).toCharArray()) {
            text.append(DIGITS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
