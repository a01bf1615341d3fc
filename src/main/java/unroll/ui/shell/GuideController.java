package unroll.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import unroll.ui.state.Workbench;

/** The pane on the left: the lesson, or the settings of the experiment. */
public final class GuideController {
    private final Workbench workbench;

    @FXML
    private ToggleGroup choice;

    @FXML
    private ToggleButton lessonTab;

    @FXML
    private ToggleButton experimentTab;

    @FXML
    private Node lesson;

    @FXML
    private Node experiment;

    public GuideController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        lesson.visibleProperty().bind(lessonTab.selectedProperty());
        experiment.visibleProperty().bind(experimentTab.selectedProperty());
        // One of the two is always chosen: a second click on it changes nothing.
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        workbench.lesson().subscribe(opened -> (opened == null ? experimentTab : lessonTab).setSelected(true));
    }
}
