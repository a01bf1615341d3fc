package unroll.plot.tex;

/** Cuts a formula into tokens, one look ahead; blanks between them mean nothing. */
final class Lexer {
    private final String source;
    private int position;
    private Token current;
    private int consumed;

    Lexer(String source) {
        this.source = source;
        advance();
    }

    String source() {
        return source;
    }

    Token peek() {
        return current;
    }

    /** Index after the last token that was taken. */
    int consumed() {
        return consumed;
    }

    Token next() {
        Token token = current;
        consumed = token.end();
        advance();
        return token;
    }

    /** The text between braces exactly as written, blanks included; for text inside a formula. */
    String rawGroup(String command) {
        if (!current.isCharacter("{")) {
            throw expected("\"{\" after \\" + command);
        }
        int close = source.indexOf('}', current.end());
        if (close < 0) {
            throw new TexError(source, source.length(), "expected \"}\" to end the text of \\" + command);
        }
        String text = source.substring(current.end(), close);
        int forbidden = indexOfMarkup(text);
        if (forbidden >= 0) {
            throw new TexError(source, current.end() + forbidden, "\\" + command + " takes plain text only");
        }
        position = close + 1;
        consumed = position;
        advance();
        return text;
    }

    TexError expected(String what) {
        return new TexError(source, current.start(), "expected " + what + " but found " + current.quoted());
    }

    private static int indexOfMarkup(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("\\{^_$".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void advance() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        int start = position;
        if (start == source.length()) {
            current = new Token(Token.Kind.END, "", start, start);
            return;
        }
        if (source.charAt(start) == '\\') {
            position = endOfCommand(start);
            current = new Token(Token.Kind.COMMAND, source.substring(start + 1, position), start, position);
            return;
        }
        position += Character.charCount(source.codePointAt(start));
        current = new Token(Token.Kind.CHARACTER, source.substring(start, position), start, position);
    }

    /** A command is letters, or one character that is no letter. */
    private int endOfCommand(int start) {
        int end = start + 1;
        while (end < source.length() && isLetter(source.charAt(end))) {
            end++;
        }
        if (end > start + 1) {
            return end;
        }
        if (end == source.length()) {
            throw new TexError(source, start, "expected a command after \"\\\"");
        }
        return end + 1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
