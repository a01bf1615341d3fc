package unroll.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import unroll.plot.stage.Placing;
import unroll.ui.compare.ComparisonController;
import unroll.ui.stage.StageController;

/** The middle of the window: its usual panes, or two networks compared. The stage of the open one goes along. */
final class Middle {
    private final StackPane place;
    private final SplitPane usual;
    private final Node stage;
    private final StageController stageController;
    private final Node compared;
    private final ComparisonController comparison;
    private double[] dividers = {};

    Middle(
            StackPane place,
            SplitPane usual,
            Node stage,
            StageController stageController,
            Node compared,
            ComparisonController comparison) {
        this.place = place;
        this.usual = usual;
        this.stage = stage;
        this.stageController = stageController;
        this.compared = compared;
        this.comparison = comparison;
    }

    void show(boolean comparing) {
        stageController.place(comparing ? Placing.UPPER : Placing.ALONE);
        if (comparing && usual.getItems().contains(stage)) {
            dividers = usual.getDividerPositions();
            usual.getItems().remove(stage);
            comparison.take(stage);
            place.getChildren().setAll(compared);
        } else if (!comparing && !usual.getItems().contains(stage)) {
            comparison.giveBack();
            usual.getItems().add(0, stage);
            place.getChildren().setAll(usual);
            if (dividers.length == usual.getItems().size() - 1) {
                usual.setDividerPositions(dividers);
            }
        }
    }
}
