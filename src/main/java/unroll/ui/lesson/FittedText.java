package unroll.ui.lesson;

import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * Makes a text as large as it fits into its place: smaller first, then over more of the window's width, both within limits.
 * What is still too long scrolls.
 */
final class FittedText {
    private static final double[] SHARES = {0.34, 0.42, 0.5};
    private static final double LARGEST = 1.0;
    private static final double SMALLEST = 0.75;
    private static final double STEP = 0.05;

    private final ScrollPane scroll;
    private final VBox body;
    private final DoubleSupplier textSize;
    private final DoubleSupplier windowWidth;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share", SHARES[0]);
    private double fittedHeight;

    /**
     * Listens to nothing yet.
     *
     * @param textSize of all text around it, px
     * @param windowWidth what the share is of, px
     */
    FittedText(ScrollPane scroll, VBox body, DoubleSupplier textSize, DoubleSupplier windowWidth) {
        this.scroll = scroll;
        this.body = body;
        this.textSize = textSize;
        this.windowWidth = windowWidth;
    }

    /** How much of the window's width the place is to take. */
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
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
        if (body.getScene() == null || windowWidth.getAsDouble() <= 0 || fittedHeight <= 0) {
            return;
        }
        for (double width : SHARES) {
            share.set(width);
            for (double scale = LARGEST; scale > SMALLEST - STEP / 2; scale -= STEP) {
                body.setStyle("-fx-font-size: " + scale * textSize.getAsDouble() + "px");
                body.applyCss();
                if (body.prefHeight(width * windowWidth.getAsDouble()) <= fittedHeight) {
                    return;
                }
            }
        }
    }
}
