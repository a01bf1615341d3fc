package unroll.ui.experiment;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;

/** Rows that are out of sight until somebody asks for them. */
final class Fold {
    private Fold() {}

    /** Lets a toggle show and hide them. */
    static void tie(ToggleButton toggle, Node rows) {
        FontIcon arrow = new FontIcon("fth-chevron-right");
        toggle.setGraphic(arrow);
        toggle.selectedProperty()
                .subscribe(open -> arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right"));
        rows.visibleProperty().bind(toggle.selectedProperty());
        rows.managedProperty().bind(toggle.selectedProperty());
    }
}
