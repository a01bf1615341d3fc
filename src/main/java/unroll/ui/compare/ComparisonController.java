package unroll.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import unroll.io.FieldDifference;
import unroll.plot.NumberFormat;
import unroll.plot.Side;
import unroll.plot.stage.Placing;
import unroll.run.Snapshot;
import unroll.ui.stage.StageController;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;

/** The middle of the window while two networks are compared: what they differ in, both stages, and their figures. */
public final class ComparisonController {
    private static final int MOST_DIFFERENCES = 3;

    private final Comparison comparison;
    private final OtherSide other;
    private final Messages messages;

    @FXML
    private TextFlow differences;

    @FXML
    private Label progress;

    @FXML
    private ToggleGroup edited;

    @FXML
    private ToggleButton editA;

    @FXML
    private ToggleButton editB;

    @FXML
    private StackPane stageA;

    @FXML
    private StackPane stageB;

    public ComparisonController(Comparison comparison, OtherSide other, Messages messages) {
        this.comparison = comparison;
        this.other = other;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        comparison.differences().subscribe(this::tell);
        comparison.edited().subscribe(side -> (side == Side.A ? editA : editB).setSelected(true));
        edited.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                comparison.edited().set(now == editA ? Side.A : Side.B);
            }
        });
        for (Side side : Side.values()) {
            comparison.side(side).snapshot().subscribe(this::showProgress);
        }
    }

    /** Takes the stage of side A into this view. */
    public void take(Node stage) {
        stageA.getChildren().setAll(stage);
        if (stageB.getChildren().isEmpty()) {
            FXMLLoader loaded = other.load("stage");
            loaded.<StageController>getController().place(Placing.LOWER);
            stageB.getChildren().setAll(loaded.<Node>getRoot());
        }
    }

    /** Gives the stage of side A back. */
    public void giveBack() {
        stageA.getChildren().clear();
    }

    private void tell(List<FieldDifference> found) {
        DifferenceWords words = new DifferenceWords(found, messages);
        List<Node> texts = new ArrayList<>();
        List<FieldDifference> shown =
                words.differences().stream().limit(MOST_DIFFERENCES).toList();
        for (FieldDifference each : shown) {
            texts.add(text((texts.isEmpty() ? "" : "   ") + words.field(each) + "  ", "muted-text"));
            texts.add(text(words.value(each, Side.A), "side-a"));
            texts.add(text("  |  ", "muted-text"));
            texts.add(text(words.value(each, Side.B), "side-b"));
        }
        int left = words.differences().size() - shown.size();
        if (left > 0) {
            texts.add(text("   " + messages.text("compare.more", left), "muted-text"));
        }
        if (texts.isEmpty()) {
            texts.add(text(messages.text("compare.same"), "muted-text"));
        }
        differences.getChildren().setAll(texts);
        differences.setAccessibleText(words.plain());
        Tooltip.install(differences, new Tooltip(words.plain()));
    }

    private static Text text(String content, String styleClass) {
        Text text = new Text(content);
        text.getStyleClass().add(styleClass);
        return text;
    }

    private void showProgress() {
        Snapshot a = comparison.side(Side.A).snapshot().get();
        Snapshot b = comparison.side(Side.B).snapshot().get();
        boolean trained = a != null || b != null;
        progress.setText(trained ? messages.text("compare.iterations", iteration(a), iteration(b)) : "");
    }

    private static String iteration(Snapshot latest) {
        return NumberFormat.count(latest == null ? 0 : latest.progress().iteration());
    }

    @FXML
    private void swap() {
        comparison.swap();
    }

    @FXML
    private void close() {
        comparison.close();
    }
}
