package unroll.ui.shell;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.ui.state.Appearance;

/** A black screen while the class is to look at the teacher. */
final class Blackout {
    private final Region cover = new Region();

    /** Lies over everything in a window; a click ends it, and so does the end of presenting. */
    Blackout(StackPane window, Appearance appearance) {
        cover.getStyleClass().add("blackout");
        cover.setId("blackout");
        cover.setVisible(false);
        cover.setOnMousePressed(event -> cover.setVisible(false));
        window.getChildren().add(cover);
        appearance.presenting().subscribe(() -> cover.setVisible(false));
    }

    boolean isShown() {
        return cover.isVisible();
    }

    void toggle() {
        cover.setVisible(!cover.isVisible());
    }
}
