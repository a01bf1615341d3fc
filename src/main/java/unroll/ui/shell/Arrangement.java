package unroll.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.SplitPane;
import unroll.ui.panels.PanelsController;

/** How the window is divided: where its dividers stand, what is folded, which panels are shown. */
final class Arrangement {
    private final List<SplitPane> splits;
    private final List<Foldable> foldables;
    private final CellRoom cellRoom;
    private final PanelsController panels;

    /** What everything goes back to; empty while nothing is folded for a while only. */
    private Optional<WindowLayout> put = Optional.empty();

    Arrangement(List<SplitPane> splits, List<Foldable> foldables, CellRoom cellRoom, PanelsController panels) {
        this.splits = splits;
        this.foldables = foldables;
        this.cellRoom = cellRoom;
        this.panels = panels;
    }

    /** What can be folded, by its id. */
    Map<String, BooleanProperty> folding() {
        return foldables.stream().collect(Collectors.toMap(Foldable::id, Foldable::shown));
    }

    /** Folds everything that can be folded, until {@link #unfold}. */
    void foldAll() {
        put = Optional.of(layout());
        foldables.forEach(foldable -> foldable.shown().set(false));
    }

    /** Brings back what {@link #foldAll} has folded. */
    void unfold() {
        put.ifPresent(this::restore);
        put = Optional.empty();
    }

    /** How it is now; while all is folded, how it was before. */
    WindowLayout layout() {
        if (put.isPresent() && foldables.stream().noneMatch(each -> each.shown().get())) {
            return put.get();
        }
        Map<String, List<Double>> dividers = new LinkedHashMap<>();
        for (SplitPane split : splits) {
            dividers.put(
                    split.getId(),
                    DoubleStream.of(split.getDividerPositions()).boxed().toList());
        }
        Set<String> folded = foldables.stream()
                .filter(foldable -> !foldable.shown().get())
                .map(Foldable::id)
                .collect(Collectors.toSet());
        return cellRoom.remembered(new WindowLayout(dividers, folded, panels.shown()));
    }

    /** Divides the window as it was before. */
    void restore(WindowLayout layout) {
        foldables.forEach(foldable -> foldable.shown().set(true));
        divide(WindowLayout.DEFAULT);
        foldables.forEach(foldable -> foldable.shown().set(!layout.folded().contains(foldable.id())));
        divide(layout);
        panels.show(layout.panels());
    }

    private void divide(WindowLayout layout) {
        for (SplitPane split : splits) {
            List<Double> places = layout.dividers().getOrDefault(split.getId(), List.of());
            if (places.size() == split.getDividers().size()) {
                split.setDividerPositions(
                        places.stream().mapToDouble(Double::doubleValue).toArray());
                // Before the window changes its size, as that keeps the widths that panes have, not these.
                split.layout();
            }
        }
    }
}
