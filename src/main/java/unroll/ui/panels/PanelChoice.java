package unroll.ui.panels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.panel.PanelFigure;

/**
 * A panel that can be chosen.
 *
 * @param id its name in settings, in exports and, as {@code panels.panel.ID}, in the interface
 * @param figure what it draws over the trace; empty for the training curves
 */
record PanelChoice(String id, Optional<PanelFigure> figure) {
    static final PanelChoice CURVES = new PanelChoice("curves", Optional.empty());

    /** In the order in which they are offered. */
    static final List<PanelChoice> ALL = all();

    private static List<PanelChoice> all() {
        List<PanelChoice> all = new ArrayList<>();
        for (PanelFigure figure : PanelFigure.values()) {
            all.add(new PanelChoice(figure.id(), Optional.of(figure)));
        }
        all.add(CURVES);
        return List.copyOf(all);
    }

    /** The panel with a name; empty when none has it, as in settings of another version. */
    static Optional<PanelChoice> of(String id) {
        return ALL.stream().filter(each -> each.id.equals(id)).findFirst();
    }

    String titleKey() {
        return "panels.panel." + id;
    }
}
