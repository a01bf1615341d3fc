package unroll.plot.tex;

/**
 * The smallest piece of a formula.
 *
 * @param kind what it is
 * @param text a command without its backslash, else the character itself
 * @param start index of its first character in the source
 * @param end index after its last one
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        COMMAND,
        CHARACTER,
        END
    }

    boolean isCharacter(String wanted) {
        return kind == Kind.CHARACTER && text.equals(wanted);
    }

    boolean isCommand(String wanted) {
        return kind == Kind.COMMAND && text.equals(wanted);
    }

    /** For messages. */
    String quoted() {
        return switch (kind) {
            case COMMAND -> "\"\\" + text + "\"";
            case CHARACTER -> "\"" + text + "\"";
            case END -> "the end";
        };
    }
}
