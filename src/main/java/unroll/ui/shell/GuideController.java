package unroll.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import unroll.ui.compare.OtherSide;
import unroll.ui.compare.TwoSides;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The pane on the left: the lesson, or the settings of the experiment. */
public final class GuideController {
    private final Workbench workbench;
    private final Comparison comparison;
    private final OtherSide other;
    private final Messages messages;

    @FXML
    private ToggleGroup choice;

    @FXML
    private ToggleButton lessonTab;

    @FXML
    private ToggleButton experimentTab;

    @FXML
    private Node lesson;

    @FXML
    private TwoSides experiment;

    public GuideController(Workbench workbench, Comparison comparison, OtherSide other, Messages messages) {
        this.workbench = workbench;
        this.comparison = comparison;
        this.other = other;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        lesson.visibleProperty().bind(lessonTab.selectedProperty());
        experiment.visibleProperty().bind(experimentTab.selectedProperty());
        experiment.connect(comparison, other, messages);
        comparison.edited().subscribe((before, now) -> experimentTab.setSelected(true));
        // One of the two is always chosen: a second click on it changes nothing.
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        workbench.lesson().subscribe(opened -> (opened == null ? experimentTab : lessonTab).setSelected(true));
    }
}
