package unroll.ui.compare;

import javafx.beans.NamedArg;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import unroll.plot.Side;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;

/** A view of the window that shows the side which is edited, and says which that is, while two are compared. */
public final class TwoSides extends VBox {
    private static final PseudoClass OF_B = PseudoClass.getPseudoClass("b");

    private final String view;
    private final Label banner = new Label();
    private final StackPane sides = new StackPane();

    /** @param view the name of its FXML file, from which it is loaded for side B when that is first needed */
    public TwoSides(@NamedArg("view") String view) {
        this.view = view;
        getStyleClass().add("two-sides");
        banner.getStyleClass().add("side-banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.managedProperty().bind(banner.visibleProperty());
        banner.setVisible(false);
        setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(banner, sides);
    }

    /** The window's own view, for side A. */
    public ObservableList<Node> getSides() {
        return sides.getChildren();
    }

    /** Begins to follow a comparison. */
    public void connect(Comparison comparison, OtherSide other, Messages messages) {
        banner.visibleProperty().bind(comparison.open());
        comparison.edited().subscribe(side -> {
            banner.setText(messages.text("compare.banner", side));
            banner.pseudoClassStateChanged(OF_B, side == Side.B);
            show(side, other);
        });
    }

    private void show(Side side, OtherSide other) {
        ObservableList<Node> views = sides.getChildren();
        if (side == Side.B && views.size() == 1) {
            views.add(other.load(view).getRoot());
        }
        for (int i = 0; i < views.size(); i++) {
            views.get(i).setVisible(i == side.ordinal());
        }
    }
}
