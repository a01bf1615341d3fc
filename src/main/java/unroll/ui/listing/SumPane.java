package unroll.ui.listing;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** A sum on one line; where it doesn't fit, its summands go on to the next. */
final class SumPane extends FlowPane {
    /** Formulas leave room at their sides for letters that lean over, px. */
    private static final double OVERHANG = 2;

    SumPane(List<? extends Node> summands) {
        super(summands.toArray(Node[]::new));
        getStyleClass().add("sum");
        setRowValignment(VPos.BASELINE);
        setHgap(-OVERHANG);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset() + OVERHANG;
        for (Node summand : getManagedChildren()) {
            width += snapSizeX(summand.prefWidth(-1)) - OVERHANG;
        }
        return width;
    }
}
