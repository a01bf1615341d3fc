package unroll.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Something that lies over the window for a while: the list of keys, the export. Escape or a click beside it ends it. */
final class Overlay {
    private final StackPane layer;
    private Node focusedBefore;

    Overlay(StackPane layer) {
        this.layer = layer;
        hide();
        layer.setOnMousePressed(event -> {
            if (event.getTarget() == layer) {
                hide();
            }
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
    }

    void show(Parent content) {
        focusedBefore = layer.getScene().getFocusOwner();
        layer.getChildren().setAll(content);
        layer.setVisible(true);
        content.requestFocus();
    }

    void hide() {
        layer.setVisible(false);
        layer.getChildren().clear();
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    boolean isShown() {
        return layer.isVisible();
    }
}
