package unroll.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Vocabulary.Mention;

/**
 * Which vectors of a network the formulas of a text name. Unlike the lines of the listing, a text writes any subscript:
 * h, h_1, h_{50}, h_{t-1} are all the hidden state, and δh_t, ∂L/∂h_1, \frac{\partial L}{\partial h_1} its gradient.
 */
public final class ProseVocabulary {
    private static final List<String> GRADIENT_SIGNS = List.of("\\delta", "\\partial");

    /** A vector's letter, and its names in watches and files: one a layer. */
    private final Map<String, Set<String>> ids = new LinkedHashMap<>();

    public ProseVocabulary(Network network) {
        learn(0, Quantity.INPUT);
        for (int layer = 0; layer < network.layers(); layer++) {
            for (Quantity quantity : network.cell().quantities()) {
                learn(layer, quantity);
            }
        }
        network.headQuantities().forEach(quantity -> learn(Site.HEAD, quantity));
    }

    private void learn(int layer, Quantity quantity) {
        String mark = layer > 0 ? "@" + (layer + 1) : "";
        Set<String> whole = new LinkedHashSet<>();
        for (String block : quantity.blocks()) {
            String id = quantity.id() + "." + block + mark;
            note(quantity.tex() + "^" + block, Set.of(id));
            whole.add(id);
        }
        note(quantity.tex(), whole.isEmpty() ? Set.of(quantity.id() + mark) : whole);
    }

    private void note(String letter, Set<String> names) {
        ids.computeIfAbsent(letter, each -> new LinkedHashSet<>()).addAll(names);
    }

    /** All vectors that a formula names, from left to right. */
    public List<Mention> mentions(String tex) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < tex.length()) {
            Optional<String> letter = letterAt(tex, at);
            if (letter.isPresent()) {
                int end = afterSubscript(tex, at + letter.get().length());
                mention(tex, at, end, letter.get()).ifPresent(mentions::add);
                at = end;
            } else {
                at = afterCommandOrCharacter(tex, at);
            }
        }
        return mentions;
    }

    private Optional<Mention> mention(String tex, int at, int end, String letter) {
        String before = tex.substring(0, at).stripTrailing();
        Optional<String> sign = GRADIENT_SIGNS.stream().filter(before::endsWith).findFirst();
        if (sign.isEmpty()) {
            return Optional.of(new Mention(at, end, Set.copyOf(ids.get(letter))));
        }
        if (letter.equals(Quantity.LOSS.tex())) {
            // The L of ∂L/∂h is no loss of a step.
            return Optional.empty();
        }
        Set<String> gradients = new LinkedHashSet<>();
        ids.get(letter).forEach(id -> gradients.add("d" + id));
        return Optional.of(new Mention(before.length() - sign.get().length(), end, gradients));
    }

    /** The longest letter that begins at an index: a^n is not a, and L of ‖ L is none of \lVert. */
    private Optional<String> letterAt(String tex, int at) {
        return ids.keySet().stream()
                .filter(letter -> tex.startsWith(letter, at))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static int afterSubscript(String tex, int at) {
        if (!tex.startsWith("_", at) || at + 1 >= tex.length()) {
            return at;
        }
        if (tex.charAt(at + 1) != '{') {
            return at + 2;
        }
        int close = tex.indexOf('}', at);
        return close < 0 ? tex.length() : close + 1;
    }

    /** Past a command with its name, a text in upright letters with its braces, or one character. */
    private static int afterCommandOrCharacter(String tex, int at) {
        if (tex.charAt(at) != '\\') {
            return at + 1;
        }
        int end = at + 1;
        while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
            end++;
        }
        String command = tex.substring(at, end);
        boolean isText = List.of("\\mathrm", "\\text", "\\operatorname").contains(command);
        int close = isText ? tex.indexOf('}', end) : -1;
        return close < 0 ? Math.max(end, at + 1) : close + 1;
    }
}
