package unroll.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.plot.NumberFormat;

/** One summand: where it comes from, a bar as long as it is large, and its number. */
final class TermBar extends HBox {
    private final Region bar = new Region();
    private final Pane track = new Pane(bar);
    private final double share;

    /**
     * A bar.
     *
     * @param name of the unit that the term comes from
     * @param largest the magnitude of the longest bar
     */
    TermBar(String name, double value, double largest) {
        getStyleClass().add("term");
        share = largest > 0 && Double.isFinite(value) ? Math.abs(value) / largest : 0;
        Label label = new Label(name);
        label.getStyleClass().add("term-name");
        Label number = new Label(NumberFormat.format(value));
        number.getStyleClass().add("term-value");
        track.getStyleClass().add("track");
        bar.setManaged(false);
        bar.getStyleClass().addAll("bar-fill", value < 0 ? "negative" : "positive");
        HBox.setHgrow(track, Priority.ALWAYS);
        track.widthProperty().subscribe(this::stretch);
        track.heightProperty().subscribe(this::stretch);
        getChildren().addAll(label, track, number);
        setAccessibleText(name + " " + number.getText());
    }

    private void stretch() {
        bar.resizeRelocate(0, 0, Math.max(1, track.getWidth() * share), track.getHeight());
    }
}
