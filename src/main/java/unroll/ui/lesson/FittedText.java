package unroll.ui.lesson;

import java.util.function.DoubleSupplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Makes a text as large as it fits into its place, within limits; what is still too long scrolls. */
final class FittedText {
    private static final double LARGEST = 1.0;
    private static final double SMALLEST = 0.75;
    private static final double STEP = 0.05;

    private final ScrollPane scroll;
    private final VBox body;
    private final DoubleSupplier textSize;
    private double fittedHeight;

    /** {@code textSize} is that of all text around it, px. */
    FittedText(ScrollPane scroll, VBox body, DoubleSupplier textSize) {
        this.scroll = scroll;
        this.body = body;
        this.textSize = textSize;
    }

    void install() {
        scroll.viewportBoundsProperty().subscribe((before, now) -> {
            if (now.getHeight() != fittedHeight) {
                fit();
            }
        });
        body.getChildren().addListener((ListChangeListener<Node>) change -> fit());
    }

    /** To be called when something in the text becomes longer. */
    void fit() {
        fittedHeight = scroll.getViewportBounds().getHeight();
        double width = scroll.getViewportBounds().getWidth();
        if (body.getScene() == null || width <= 0 || fittedHeight <= 0) {
            return;
        }
        double scale = LARGEST;
        set(scale);
        while (scale > SMALLEST && body.prefHeight(width) > fittedHeight) {
            scale -= STEP;
            set(scale);
        }
    }

    private void set(double scale) {
        body.setStyle("-fx-font-size: " + scale * textSize.getAsDouble() + "px");
        body.applyCss();
    }
}
