package unroll.ui.canvas;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Whether a node can be seen at all, so that work for hidden views can stop. */
public final class Showing {
    private static final ObservableValue<Boolean> NEVER = new ReadOnlyObjectWrapper<>(false);

    private Showing() {}

    /**
     * True while the node and everything it lies in is visible and its window is on the screen.
     *
     * @param node may be moved to other parents and windows
     * @return observes only while it is observed itself
     */
    public static ObservableValue<Boolean> of(Node node) {
        ObservableValue<Boolean> inWindow = node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false);
        return inWindow.flatMap(shown -> shown ? visible(node) : NEVER);
    }

    private static ObservableValue<Boolean> visible(Node node) {
        return node.visibleProperty()
                .flatMap(own ->
                        own ? node.parentProperty().flatMap(Showing::visible).orElse(true) : NEVER);
    }
}
