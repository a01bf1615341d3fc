package unroll.ui.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import unroll.plot.panel.PanelFigure;
import unroll.ui.canvas.PaintedPane;

/** The views that can be exported. */
public final class Figures {
    /** The order in which they are offered. */
    private static final List<String> IDS = ids();

    private static List<String> ids() {
        List<String> ids = new ArrayList<>(List.of("curves", "stage", "circuit", "input", "lanes"));
        for (PanelFigure figure : PanelFigure.values()) {
            ids.add(figure.id());
        }
        ids.addAll(List.of("comparedLanes", "comparedFlow", "comparedCurves", "stageB", "circuitB"));
        return List.copyOf(ids);
    }

    private record Figure(PaintedPane pane, BooleanSupplier filled) {}

    private final Map<String, Figure> figures;
    private final String side;

    public Figures() {
        this(new LinkedHashMap<>(), "");
    }

    private Figures(Map<String, Figure> figures, String side) {
        this.figures = figures;
        this.side = side;
    }

    /** For views of side B of a comparison: what they offer stands beside the window's own. */
    public Figures ofOtherSide() {
        return new Figures(figures, "B");
    }

    /**
     * Offers what a pane shows, in place of another pane that showed it before.
     *
     * @param name names it in files and, as {@code export.figure.ID}, in the interface
     * @param filled whether there is anything to see now
     */
    public void offer(String name, PaintedPane pane, BooleanSupplier filled) {
        String id = name + side;
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("figures are " + IDS + ", not " + id);
        }
        figures.put(id, new Figure(pane, filled));
    }

    /** The ids of all views that show something now. */
    List<String> available() {
        return IDS.stream()
                .filter(figures::containsKey)
                .filter(id -> figures.get(id).pane().getScene() != null
                        && figures.get(id).filled().getAsBoolean())
                .toList();
    }

    PaintedPane pane(String id) {
        return figures.get(id).pane();
    }
}
