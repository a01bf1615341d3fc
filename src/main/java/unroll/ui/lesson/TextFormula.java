package unroll.ui.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.core.model.Network;
import unroll.debug.ProseVocabulary;
import unroll.debug.Vocabulary.Mention;
import unroll.plot.tex.Formula;
import unroll.plot.tex.Symbol;
import unroll.ui.canvas.FormulaView;
import unroll.ui.state.Workbench;

/** A formula in a text: pointing at a quantity brings it out in all views, and here what they point at. */
final class TextFormula {
    private final Workbench workbench;
    private final FormulaView view;
    private final String tex;
    private final List<Symbol> symbols;
    private List<Mention> mentions = List.of();

    TextFormula(String tex, Workbench workbench) {
        Formula formula = Formula.parse(tex);
        this.workbench = workbench;
        this.tex = tex;
        this.symbols = formula.layout(1).symbols();
        this.view = new FormulaView(formula);
        view.setOnHover(symbol -> workbench.highlighted().set(symbol == null ? Set.of() : idsOf(symbol)));
    }

    FormulaView view() {
        return view;
    }

    /** Finds the network's quantities in it. */
    void bindTo(Network network) {
        mentions = new ProseVocabulary(network).mentions(tex);
        light();
    }

    private Set<String> idsOf(Symbol symbol) {
        return mentions.stream()
                .filter(mention -> mention.covers(symbol.start()))
                .findFirst()
                .map(Mention::ids)
                .orElse(Set.of());
    }

    /** Brings out what is pointed at anywhere. */
    void light() {
        Set<String> ids = workbench.highlighted().get();
        Set<Integer> places = symbols.stream()
                .map(Symbol::start)
                .filter(start -> mentions.stream().anyMatch(each -> each.covers(start) && each.isOneOf(ids)))
                .collect(Collectors.toCollection(HashSet::new));
        if (!places.equals(view.litProperty().get())) {
            view.litProperty().set(places);
        }
    }
}
