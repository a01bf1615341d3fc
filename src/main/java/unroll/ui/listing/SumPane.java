package unroll.ui.listing;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** A sum on one line; where it doesn't fit, its summands go on to the next. */
final class SumPane extends FlowPane {
    SumPane(List<? extends Node> summands) {
        super(summands.toArray(Node[]::new));
        getStyleClass().add("sum");
        setRowValignment(VPos.BASELINE);
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = snappedLeftInset() + snappedRightInset();
        for (Node summand : getManagedChildren()) {
            width += snapSizeX(summand.prefWidth(-1));
        }
        return width;
    }
}
