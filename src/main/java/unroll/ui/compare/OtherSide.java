package unroll.ui.compare;

import java.util.function.Function;
import javafx.scene.Parent;

/** Loads views of side B: the same views as the window's own, with the other workbench behind them. */
public final class OtherSide {
    private final Function<String, Parent> loader;

    /** @param loader gives a view by the name of its FXML file */
    public OtherSide(Function<String, Parent> loader) {
        this.loader = loader;
    }

    Parent load(String view) {
        return loader.apply(view);
    }
}
