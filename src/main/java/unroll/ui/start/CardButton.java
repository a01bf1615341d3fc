package unroll.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A button that is a card of wrapped texts: it is as high as they are at its width, which a plain button is not. */
class CardButton extends Button {
    private final Region content;

    CardButton(Region content, String styleClass) {
        this.content = content;
        getStyleClass().setAll(styleClass);
        setGraphic(content);
        // A button gives its graphic no more than it asks for.
        content.prefWidthProperty().bind(widthProperty());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? prefWidth(-1) : width;
        return snappedTopInset() + content.prefHeight(inside) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
