package unroll.debug;

/** Whole numbers as lowered digits of plain text. */
final class Subscripts {
    private static final char ZERO = '₀';

    private Subscripts() {}

    static String of(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : String.valueOf(number).toCharArray()) {
            text.append((char) (ZERO + digit - '0'));
        }
        return text.toString();
    }
}
