package unroll.ui.shell;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;

/**
 * Makes room for an opened cell: lanes and panels fold away below it, and come back when it closes. Panels that are
 * called back meanwhile stay.
 */
final class CellRoom {
    private final SplitPane column;
    private final Foldable lanes;
    private final Foldable panels;
    private boolean made;
    private WindowLayout before = WindowLayout.DEFAULT;

    /** Works on a column of stage, lanes and panels. */
    CellRoom(SplitPane column, Foldable lanes, Foldable panels) {
        this.column = column;
        this.lanes = lanes;
        this.panels = panels;
    }

    /**
     * Begins to follow the cell.
     *
     * @param layout tells how the window is divided
     */
    void follow(ObservableValue<Boolean> open, Supplier<WindowLayout> layout) {
        open.subscribe((was, is) -> {
            if (is) {
                before = layout.get();
                made = true;
                lanes.shown().set(false);
                panels.shown().set(false);
            } else {
                giveBack();
            }
        });
    }

    private void giveBack() {
        made = false;
        lanes.shown().set(true);
        if (!before.folded().contains(panels.id())) {
            panels.shown().set(true);
        }
        double[] dividers = before.dividers().get(column.getId()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (dividers.length == column.getDividers().size()) {
            column.setDividerPositions(dividers);
        }
    }

    /** How the window is to be remembered: the column as it was before. */
    WindowLayout remembered(WindowLayout now) {
        return made ? now.withPane(column.getId(), panels.id(), before) : now;
    }
}
