package unroll.ui.listing;

import java.util.Optional;
import unroll.plot.tex.Symbol;

/** Which quantity a typeset symbol stands for. */
final class QuantityIds {
    private QuantityIds() {}

    /**
     * The id as in {@link unroll.ui.state.Workbench#highlighted}, such as {@code h}, {@code a.i} or {@code dh}.
     *
     * @param formula the TeX in which the symbol stands
     * @return empty for what is no vector of the network: parameters, operators, numbers
     */
    static Optional<String> of(String formula, Symbol symbol) {
        String source = symbol.source();
        int subscript = source.indexOf('_');
        if (subscript < 0 || source.startsWith("\\") || Character.isUpperCase(source.charAt(0))) {
            return Optional.empty();
        }
        String letter = source.replaceAll("_\\{[^}]*\\}|_.", "").replaceAll("\\^\\\\top|\\^2", "");
        String id = letter.replace('^', '.');
        boolean gradient = formula.substring(0, symbol.start()).stripTrailing().endsWith("\\delta");
        return id.startsWith("b") ? Optional.empty() : Optional.of(gradient ? "d" + id : id);
    }
}
