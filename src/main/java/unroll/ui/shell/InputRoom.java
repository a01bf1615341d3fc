package unroll.ui.shell;

import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;

/**
 * Makes room for the view of the input when it opens under the stage: what lies below gives way, so that the stage keeps
 * its height; and it comes back when the view closes.
 */
final class InputRoom {
    /** What the view takes, in heights of the text. */
    private static final double HEIGHT = 14.5;

    /** How much of it the lanes give; the panels give the rest. */
    private static final double FROM_LANES = 0.45;

    private static final double MOST_OF_THE_COLUMN = 0.8;

    private final SplitPane column;
    private final DoubleSupplier textSize;
    private double[] before = {};

    /**
     * Follows the view for as long as the column lives.
     *
     * @param column stage with the view under it, lanes, and panels where they are not folded
     * @param textSize px
     */
    InputRoom(SplitPane column, ObservableValue<Boolean> open, DoubleSupplier textSize) {
        this.column = column;
        this.textSize = textSize;
        open.subscribe((was, is) -> {
            if (is) {
                make();
            } else {
                giveBack();
            }
        });
    }

    private void make() {
        before = column.getDividerPositions();
        if (before.length == 0 || column.getHeight() <= 0) {
            return;
        }
        double taken = HEIGHT * textSize.getAsDouble() / column.getHeight();
        double[] after = before.clone();
        after[0] = Math.min(MOST_OF_THE_COLUMN, before[0] + taken);
        if (after.length > 1) {
            after[1] = Math.min(MOST_OF_THE_COLUMN, before[1] + (1 - FROM_LANES) * taken);
        }
        divide(after);
    }

    /** From below upwards when dividers go down: none can pass the next. */
    private void divide(double... places) {
        for (int i = places.length - 1; i >= 0; i--) {
            column.setDividerPosition(i, places[i]);
            column.layout();
        }
    }

    private void giveBack() {
        if (before.length == column.getDividers().size()) {
            column.setDividerPositions(before);
        }
    }
}
