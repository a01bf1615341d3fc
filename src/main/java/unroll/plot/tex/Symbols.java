package unroll.plot.tex;

import static unroll.plot.tex.AtomClass.BINARY;
import static unroll.plot.tex.AtomClass.CLOSING;
import static unroll.plot.tex.AtomClass.INNER;
import static unroll.plot.tex.AtomClass.OPENING;
import static unroll.plot.tex.AtomClass.OPERATOR;
import static unroll.plot.tex.AtomClass.ORDINARY;
import static unroll.plot.tex.AtomClass.PUNCTUATION;
import static unroll.plot.tex.AtomClass.RELATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.plot.Face;

/** What single characters and commands without arguments show. No KaTeX face holds all, so each names its own. */
final class Symbols {
    private static final Map<String, Node> COMMANDS = new HashMap<>();
    private static final Map<String, Node> CHARACTERS = new HashMap<>();
    private static final Map<String, String> DELIMITERS = new HashMap<>();

    static {
        greek();
        table(ORDINARY, "partial ∂ nabla ∇ infty ∞ top ⊤ bot ⊥ prime ′ forall ∀ exists ∃ emptyset ∅ ell ℓ hbar ℏ");
        table(ORDINARY, "Re ℜ Im ℑ # # % % & & _ _ $ $ angle ∠ neg ¬");
        table(BINARY, "odot ⊙ oplus ⊕ otimes ⊗ cdot ⋅ times × div ÷ pm ± mp ∓ ast ∗ circ ∘ bullet ∙ cup ∪ cap ∩");
        table(BINARY, "setminus ∖ wedge ∧ vee ∨ star ⋆");
        table(RELATION, "leftarrow ← gets ← rightarrow → to → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ mapsto ↦");
        table(RELATION, "Leftrightarrow ⇔ iff ⇔ uparrow ↑ downarrow ↓ longrightarrow ⟶ longleftarrow ⟵");
        table(RELATION, "in ∈ ni ∋ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃");
        table(RELATION, "propto ∝ mid ∣ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥ colon :");
        table(INNER, "ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱");
        table(OPENING, "lVert ∥ lvert ∣ langle ⟨ lfloor ⌊ lceil ⌈ lbrace { { { lbrack [ lparen (");
        table(CLOSING, "rVert ∥ rvert ∣ rangle ⟩ rfloor ⌋ rceil ⌉ rbrace } } } rbrack ] rparen )");
        table(ORDINARY, "Vert ∥ | ∥ vert ∣");
        functions();
        for (char digit = '0'; digit <= '9'; digit++) {
            character(String.valueOf(digit), ORDINARY);
        }
        List.of("+", "\u00b1", "\u00d7", "\u00b7").forEach(sign -> character(sign, BINARY));
        CHARACTERS.put("-", new Glyph("\u2212", Face.MATH, BINARY));
        CHARACTERS.put("\u2212", new Glyph("\u2212", Face.MATH, BINARY));
        CHARACTERS.put("*", new Glyph("\u2217", Face.MATH, BINARY));
        CHARACTERS.put("|", new Glyph("\u2223", Face.MATH, ORDINARY));
        CHARACTERS.put("\u2016", new Glyph("\u2225", Face.MATH, ORDINARY));
        List.of("=", "<", ">", ":").forEach(sign -> character(sign, RELATION));
        List.of("(", "[").forEach(sign -> character(sign, OPENING));
        List.of(")", "]", "!", "?").forEach(sign -> character(sign, CLOSING));
        List.of(",", ";").forEach(sign -> character(sign, PUNCTUATION));
        List.of("/", ".", "\"", "@").forEach(sign -> character(sign, ORDINARY));
        delimiters();
    }

    private Symbols() {}

    /** What a command without arguments shows. */
    static Optional<Node> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    /** What a character shows; letters of other scripts are set upright in a font that has them. */
    static Optional<Node> character(String text) {
        Node known = CHARACTERS.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        int codePoint = text.codePointAt(0);
        if (codePoint < 128 && Character.isLetter(codePoint)) {
            return Optional.of(new Glyph(text, Face.MATH_ITALIC, ORDINARY));
        }
        boolean readable = Character.isLetterOrDigit(codePoint);
        return readable ? Optional.of(new Words(text, Face.MATH, ORDINARY, false)) : Optional.empty();
    }

    /** The sign for a character or command after {@code \left} or {@code \right}; "." is none. */
    static Optional<String> delimiter(String text) {
        return Optional.ofNullable(DELIMITERS.get(text));
    }

    private static void greek() {
        String small = "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
                + "kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ "
                + "varphi φ chi χ psi ψ omega ω";
        table(small, Face.MATH_ITALIC, ORDINARY);
        table(ORDINARY, "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω");
    }

    private static void functions() {
        for (String name : "tanh log exp ln sin cos tan sinh cosh arg dim ker deg".split(" ")) {
            COMMANDS.put(name, new Words(name, Face.MATH, OPERATOR, false));
        }
        for (String name : "max min lim sup inf det".split(" ")) {
            COMMANDS.put(name, new Words(name, Face.MATH, OPERATOR, true));
        }
        COMMANDS.put("sum", new LargeOperator("\u2211", true));
        COMMANDS.put("prod", new LargeOperator("\u220f", true));
        COMMANDS.put("int", new LargeOperator("\u222b", false));
        COMMANDS.put(",", new Gap(3 / 18.0));
        COMMANDS.put(":", new Gap(4 / 18.0));
        COMMANDS.put(";", new Gap(5 / 18.0));
        COMMANDS.put("!", new Gap(-3 / 18.0));
        COMMANDS.put(" ", new Gap(0.25));
        COMMANDS.put("quad", new Gap(1));
        COMMANDS.put("qquad", new Gap(2));
    }

    private static void delimiters() {
        for (String sign : "( ) [ ] / .".split(" ")) {
            DELIMITERS.put(sign, sign);
        }
        DELIMITERS.put("|", "\u2223");
        for (String name : List.of(
                "{", "}", "|", "lbrace", "rbrace", "lVert", "rVert", "Vert", "lvert", "rvert", "vert", "langle",
                "rangle", "lfloor", "rfloor", "lceil", "rceil")) {
            DELIMITERS.put("\\" + name, ((Glyph) COMMANDS.get(name)).text());
        }
    }

    private static void table(AtomClass type, String pairs) {
        table(pairs, Face.MATH, type);
    }

    /** Pairs of a command and its character; the character typed directly shows the same, unless it is markup. */
    private static void table(String pairs, Face face, AtomClass type) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            Node glyph = new Glyph(words[i + 1], face, type);
            COMMANDS.put(words[i], glyph);
            if (words[i + 1].codePointAt(0) > 127) {
                CHARACTERS.putIfAbsent(words[i + 1], glyph);
            }
        }
    }

    private static void character(String text, AtomClass type) {
        CHARACTERS.put(text, new Glyph(text, Face.MATH, type));
    }
}
