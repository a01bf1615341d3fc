package unroll.ui.compare;

import java.util.function.Function;
import javafx.fxml.FXMLLoader;

/** Loads views of side B: the same views as the window's own, with the other workbench behind them. */
public final class OtherSide {
    private final Function<String, FXMLLoader> loader;

    /** @param loader loads a view by the name of its FXML file */
    public OtherSide(Function<String, FXMLLoader> loader) {
        this.loader = loader;
    }

    /** Gives the view, with its controller. */
    FXMLLoader load(String view) {
        return loader.apply(view);
    }
}
