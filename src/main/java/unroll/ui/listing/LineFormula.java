package unroll.ui.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import unroll.debug.Notation;
import unroll.debug.Vocabulary;
import unroll.debug.Vocabulary.Mention;
import unroll.plot.tex.Formula;
import unroll.plot.tex.Symbol;
import unroll.ui.canvas.FormulaView;
import unroll.ui.state.Workbench;

/** The formula of a line: pointing at a quantity brings it out in all views, and here what they point at. */
final class LineFormula {
    private final FormulaView view;
    private final List<Mention> mentions;
    private final List<Symbol> symbols;
    private Set<Integer> lit = Set.of();

    LineFormula(Notation line, Vocabulary vocabulary, Workbench workbench) {
        Formula formula = Formula.parse(line.tex());
        this.mentions = vocabulary.mentions(line.tex());
        this.symbols = formula.layout(1).symbols();
        this.view = new FormulaView(formula);
        view.setAccessibleText(line.plain());
        view.setOnHover(symbol -> workbench.highlighted().set(symbol == null ? Set.of() : idsOf(symbol)));
    }

    FormulaView view() {
        return view;
    }

    private Set<String> idsOf(Symbol symbol) {
        return mentions.stream()
                .filter(mention -> mention.covers(symbol.start()))
                .findFirst()
                .map(Mention::ids)
                .orElse(Set.of());
    }

    /** Brings out the quantities with these ids. */
    void light(Set<String> ids) {
        Set<Integer> places = symbols.stream()
                .map(Symbol::start)
                .filter(start -> mentions.stream().anyMatch(each -> each.covers(start) && each.isOneOf(ids)))
                .collect(Collectors.toCollection(HashSet::new));
        if (!places.equals(lit)) {
            lit = places;
            view.litProperty().set(places);
        }
    }
}
