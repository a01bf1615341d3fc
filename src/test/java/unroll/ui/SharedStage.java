package unroll.ui;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** The one stage that all tests of the screen share, in whatever size the last one left it. */
public final class SharedStage {
    private SharedStage() {}

    /**
     * Shows a scene in a size of its own; to be called on the JavaFX thread.
     *
     * @param width of the stage in pixels
     * @param height of the stage in pixels
     */
    public static void show(Stage stage, Scene scene, double width, double height) {
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }
}
