package unroll.plot.tex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.plot.Face;

/** Reads a formula by recursive descent; every method leaves the lexer behind what it has read. */
final class Parser {
    private static final Map<String, String> ACCENTS = Map.of(
            "hat", "\u02c6", "tilde", "\u02dc", "bar", "\u02c9", "dot", "\u02d9", "ddot", "\u00a8", "vec", "\u20d7");

    private static final Map<String, AtomClass> CLASSES = Map.of(
            "mathord", AtomClass.ORDINARY,
            "mathop", AtomClass.OPERATOR,
            "mathbin", AtomClass.BINARY,
            "mathrel", AtomClass.RELATION,
            "mathopen", AtomClass.OPENING,
            "mathclose", AtomClass.CLOSING,
            "mathpunct", AtomClass.PUNCTUATION);

    private static final Map<String, Optional<Style>> FRACTIONS = Map.of(
            "frac", Optional.empty(),
            "tfrac", Optional.of(Style.TEXT),
            "dfrac", Optional.of(Style.DISPLAY));

    /** Brackets on either side. */
    private static final Map<String, String> MATRICES =
            Map.of("matrix", "..", "pmatrix", "()", "bmatrix", "[]", "vmatrix", "\u2223\u2223", "cases", "{.");

    private final Lexer lexer;

    Parser(String source) {
        this.lexer = new Lexer(source);
    }

    Group parse() {
        Group formula = group();
        if (lexer.peek().kind() != Token.Kind.END) {
            throw lexer.expected("the end of the formula");
        }
        return formula;
    }

    /** Parts up to something that closes a group, which is left unread. */
    private Group group() {
        List<Group.Part> parts = new ArrayList<>();
        while (!closesGroup(lexer.peek())) {
            int start = lexer.peek().start();
            Node node = withScripts();
            parts.add(new Group.Part(node, new Mark.Span(start, lexer.consumed())));
        }
        return new Group(parts);
    }

    private static boolean closesGroup(Token token) {
        return token.kind() == Token.Kind.END
                || token.isCharacter("}")
                || token.isCharacter("&")
                || token.isCommand("\\")
                || token.isCommand("right")
                || token.isCommand("end");
    }

    private Node withScripts() {
        Node base = nucleus();
        int start = lexer.consumed();
        Optional<Node> below = Optional.empty();
        Optional<Node> above = Optional.empty();
        Optional<Node> primes = primes();
        while (lexer.peek().isCharacter("_") || lexer.peek().isCharacter("^")) {
            boolean sub = lexer.peek().isCharacter("_");
            if ((sub ? below : above).isPresent()) {
                throw lexer.expected("no second " + (sub ? "subscript" : "superscript") + " (group them with braces)");
            }
            String mark = lexer.next().text();
            Optional<Node> script = Optional.of(argument(mark));
            below = sub ? script : below;
            above = sub ? above : script;
            primes = primes.or(this::primes);
        }
        Optional<Node> raised = joined(primes, above, new Mark.Span(start, lexer.consumed()));
        return below.isEmpty() && raised.isEmpty() ? base : new Scripts(base, below, raised);
    }

    private static Optional<Node> joined(Optional<Node> primes, Optional<Node> above, Mark.Span span) {
        if (primes.isEmpty() || above.isEmpty()) {
            return primes.or(() -> above);
        }
        return Optional.of(new Group(List.of(new Group.Part(primes.get(), span), new Group.Part(above.get(), span))));
    }

    private Optional<Node> primes() {
        StringBuilder primes = new StringBuilder();
        while (lexer.peek().isCharacter("'") || lexer.peek().isCharacter("\u2032")) {
            lexer.next();
            primes.append('\u2032');
        }
        return primes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Words(primes.toString(), Face.MATH, AtomClass.ORDINARY, false));
    }

    /** What a command or script applies to: a group in braces, or the one thing that follows. */
    private Node argument(String of) {
        if (closesGroup(lexer.peek())
                || lexer.peek().isCharacter("_")
                || lexer.peek().isCharacter("^")) {
            throw lexer.expected("something for " + of);
        }
        return nucleus();
    }

    private Node nucleus() {
        Token token = lexer.peek();
        if (token.isCharacter("{")) {
            return braces();
        }
        if (token.kind() == Token.Kind.COMMAND) {
            lexer.next();
            return command(token);
        }
        if (token.isCharacter("_") || token.isCharacter("^") || token.isCharacter("'")) {
            throw lexer.expected("something for " + token.text() + " to stand on");
        }
        Node node =
                Symbols.character(token.text()).orElseThrow(() -> lexer.expected("a character that formulas can show"));
        lexer.next();
        return node;
    }

    private Node braces() {
        lexer.next();
        Group body = group();
        require("}");
        return body;
    }

    private void require(String character) {
        if (!lexer.peek().isCharacter(character)) {
            throw lexer.expected("\"" + character + "\"");
        }
        lexer.next();
    }

    private Node command(Token token) {
        String name = token.text();
        if (ACCENTS.containsKey(name)) {
            return new Accented(single(argument("\\" + name)), ACCENTS.get(name));
        }
        if (CLASSES.containsKey(name)) {
            return new Reclassed(argument("\\" + name), CLASSES.get(name));
        }
        if (FRACTIONS.containsKey(name)) {
            Node numerator = argument("the numerator of \\" + name);
            return new Fraction(numerator, argument("the denominator of \\" + name), FRACTIONS.get(name));
        }
        return switch (name) {
            case "sqrt" -> new Radical(argument("\\sqrt"));
            case "left" -> fenced(token);
            case "begin" -> matrix(token);
            case "text", "mathrm" -> words(name, Face.MATH, AtomClass.ORDINARY);
            case "textbf", "mathbf" -> words(name, Face.MATH_BOLD, AtomClass.ORDINARY);
            case "mathit" -> words(name, Face.MATH_ITALIC, AtomClass.ORDINARY);
            case "operatorname" -> words(name, Face.MATH, AtomClass.OPERATOR);
            default -> Symbols.command(name).orElseThrow(() -> unknown(token));
        };
    }

    /** An accent looks at the letter it stands on, so a group of one is opened. */
    private static Node single(Node node) {
        return node instanceof Group group && group.parts().size() == 1
                ? group.parts().get(0).node()
                : node;
    }

    private Node words(String name, Face face, AtomClass type) {
        return new Words(lexer.rawGroup(name), face, type, false);
    }

    private Node fenced(Token left) {
        String opening = delimiter("\\left");
        Group body = group();
        if (!lexer.peek().isCommand("right")) {
            throw lexer.expected("\"\\right\" for the \"\\left\" at character " + (left.start() + 1));
        }
        lexer.next();
        return new Fenced(opening, body, delimiter("\\right"));
    }

    private String delimiter(String of) {
        Token token = lexer.peek();
        String key = token.kind() == Token.Kind.COMMAND ? "\\" + token.text() : token.text();
        String sign = Symbols.delimiter(key).orElseThrow(() -> lexer.expected("a bracket or \".\" after " + of));
        lexer.next();
        return sign;
    }

    private Node matrix(Token begin) {
        String name = lexer.rawGroup("begin");
        String brackets = MATRICES.get(name);
        if (brackets == null) {
            throw new TexError(lexer.source(), begin.start(), "unknown environment \"" + name + "\"");
        }
        List<List<Node>> rows = rows();
        if (!lexer.peek().isCommand("end")) {
            throw lexer.expected("\"\\end{" + name + "}\"");
        }
        lexer.next();
        String ended = lexer.rawGroup("end");
        if (!ended.equals(name)) {
            throw new TexError(lexer.source(), begin.start(), "\\begin{" + name + "} is ended by \\end{" + ended + "}");
        }
        return new Matrix(rows, brackets.substring(0, 1), brackets.substring(1), !name.equals("cases"));
    }

    private List<List<Node>> rows() {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>(List.of(group()));
        while (lexer.peek().isCharacter("&") || lexer.peek().isCommand("\\")) {
            if (lexer.next().isCharacter("&")) {
                row.add(group());
            } else {
                rows.add(row);
                row = new ArrayList<>(List.of(group()));
            }
        }
        rows.add(row);
        return rows;
    }

    private TexError unknown(Token token) {
        return new TexError(lexer.source(), token.start(), "unknown command \"\\" + token.text() + "\"");
    }
}
