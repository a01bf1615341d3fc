package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.ui.inspector.Watches.Watch;
import unroll.ui.state.Messages;

/** The lines of the watches. They change with every step, so they are made once and their texts are set. */
final class WatchList {
    private static final String UNKNOWN = "unknown";

    private final VBox box;
    private final Messages messages;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String key, Label name, Label value) {}

    WatchList(VBox box, Messages messages) {
        this.box = box;
        this.messages = messages;
    }

    void show(List<Watch> watches, int t) {
        if (!lines.stream()
                .map(Line::key)
                .toList()
                .equals(watches.stream().map(Watch::key).toList())) {
            lines.clear();
            box.getChildren().clear();
            watches.forEach(watch -> lines.add(line(watch.key())));
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            line.name().setText(messages.text(line.key(), t));
            line.value().setText(watches.get(i).value().orElse(messages.text("inspector.notYet")));
            line.value().getStyleClass().remove(UNKNOWN);
            if (watches.get(i).value().isEmpty()) {
                line.value().getStyleClass().add(UNKNOWN);
            }
        }
    }

    private Line line(String key) {
        Label name = new Label();
        Label value = new Label();
        value.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(name, space, value);
        row.getStyleClass().add("watch");
        Tooltip tip = new Tooltip(messages.text(key + ".tip"));
        tip.setWrapText(true);
        tip.getStyleClass().add("explanation");
        Tooltip.install(row, tip);
        row.setAccessibleHelp(tip.getText());
        box.getChildren().add(row);
        return new Line(key, name, value);
    }
}
