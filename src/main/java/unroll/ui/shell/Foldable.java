package unroll.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** A part of a split pane that can be folded away; it comes back as wide as it was, and so do the others without it. */
final class Foldable {
    private final SplitPane split;
    private final List<Node> order;
    private final Node pane;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
    private double[] dividers = {};
    private double[] foldedDividers = {};

    Foldable(SplitPane split, Node pane) {
        this.split = split;
        this.order = List.copyOf(split.getItems());
        this.pane = pane;
        shown.subscribe(this::update);
    }

    /** The id of the pane. */
    String id() {
        return pane.getId();
    }

    BooleanProperty shown() {
        return shown;
    }

    private void update(boolean show) {
        List<Node> items = split.getItems();
        if (show && !items.contains(pane)) {
            long before = order.subList(0, order.indexOf(pane)).stream()
                    .filter(items::contains)
                    .count();
            foldedDividers = split.getDividerPositions();
            items.add((int) before, pane);
            restore(dividers);
        } else if (!show && items.contains(pane)) {
            dividers = split.getDividerPositions();
            items.remove(pane);
            restore(foldedDividers);
        }
    }

    /** Where they stood when the split was as it is now; it may have other parts since. */
    private void restore(double[] places) {
        if (places.length == split.getDividers().size()) {
            split.setDividerPositions(places);
        }
    }
}
