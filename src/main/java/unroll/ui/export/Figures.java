package unroll.ui.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import unroll.plot.Painter;
import unroll.plot.panel.PanelFigure;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Workbench;

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

    /** What is offered, by its ids; shared by both sides of a comparison. */
    private record Offers(
            Map<String, Figure> figures,
            Map<String, Supplier<IntFunction<Painter>>> films,
            Map<String, Supplier<String>> origins,
            Map<String, Workbench> others) {}

    private final Offers offers;
    private final Optional<Workbench> other;

    public Figures() {
        this(
                new Offers(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>()),
                Optional.empty());
    }

    private Figures(Offers offers, Optional<Workbench> other) {
        this.offers = offers;
        this.other = other;
    }

    /** For views of side B of a comparison, over its workbench: what they offer stands beside the window's own. */
    public Figures ofOtherSide(Workbench workbench) {
        return new Figures(offers, Optional.of(workbench));
    }

    /**
     * Offers what a pane shows while it is in the window, in place of another pane that showed it before.
     *
     * @param name names it in files and, as {@code export.figure.ID}, in the interface
     * @param filled whether there is anything to see now
     */
    public void offer(String name, PaintedPane pane, BooleanSupplier filled) {
        offerFolded(name, pane, () -> pane.getScene() != null && filled.getAsBoolean());
    }

    /** Offers what a pane shows even while it is folded away. */
    public void offerFolded(String name, PaintedPane pane, BooleanSupplier filled) {
        String id = id(name);
        if (!IDS.contains(id)) {
            throw new IllegalArgumentException("figures are " + IDS + ", not " + id);
        }
        offers.figures().put(id, new Figure(pane, filled));
        other.ifPresent(workbench -> offers.others().put(id, workbench));
    }

    /**
     * Offers a figure's stepping.
     *
     * @param film asked on the thread of the window for what draws the figure with the debugger at a cursor, which is then
     *     asked on another thread
     */
    public void offerFilm(String name, Supplier<IntFunction<Painter>> film) {
        offers.films().put(id(name), film);
    }

    /** Says what made a figure, where that is more than the open experiment. */
    public void offerOrigin(String name, Supplier<String> origin) {
        offers.origins().put(id(name), origin);
    }

    private String id(String name) {
        return other.isPresent() ? name + "B" : name;
    }

    /** The ids of all views that show something now. */
    List<String> available() {
        return IDS.stream()
                .filter(offers.figures()::containsKey)
                .filter(id -> offers.figures().get(id).filled().getAsBoolean())
                .toList();
    }

    PaintedPane pane(String id) {
        return offers.figures().get(id).pane();
    }

    /** Empty for what does not follow the debugger. */
    Optional<Supplier<IntFunction<Painter>>> film(String id) {
        return Optional.ofNullable(offers.films().get(id));
    }

    /** What made a figure in its own words; empty where the experiment and the cursor say it. */
    Optional<String> origin(String id) {
        return Optional.ofNullable(offers.origins().get(id)).map(Supplier::get);
    }

    /** The workbench that a view of side B looks at. */
    Optional<Workbench> other(String id) {
        return Optional.ofNullable(offers.others().get(id));
    }
}
