package unroll.debug;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of mathematics in both of its writings.
 *
 * @param plain in Unicode, for tooltips and screen readers
 * @param tex for the window
 */
public record Notation(String plain, String tex) {
    /**
     * The summands of a line that may have to be broken, the first with all that stands before it, the others with their
     * sign; the whole line if both writings do not have the same summands.
     */
    public List<Notation> summands() {
        List<String> plains = summands(plain);
        List<String> texs = summands(tex);
        if (plains.size() != texs.size()) {
            return List.of(this);
        }
        List<Notation> summands = new ArrayList<>();
        for (int i = 0; i < texs.size(); i++) {
            // An empty group before a sign makes it join two summands, with room on both sides.
            summands.add(new Notation(plains.get(i), (i == 0 ? "" : "{}") + texs.get(i)));
        }
        return summands;
    }

    /** Cuts before signs that stand in no bracket. */
    private static List<String> summands(String text) {
        List<String> summands = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
            if (depth == 0 && text.startsWith(" + ", i)) {
                summands.add(text.substring(from, i));
                from = i + 1;
            }
        }
        summands.add(text.substring(from));
        return summands;
    }

    /** The same with the number of a time step for t. */
    public Notation atStep(int t) {
        return new Notation(
                plain.replace("ₜ₋₁", Subscripts.of(t - 1))
                        .replace("ₜ₊₁", Subscripts.of(t + 1))
                        .replace("ₜ", Subscripts.of(t)),
                tex.replace("_{t-1}", "_{" + (t - 1) + "}")
                        .replace("_{t+1}", "_{" + (t + 1) + "}")
                        .replace("_t", "_{" + t + "}"));
    }
}
