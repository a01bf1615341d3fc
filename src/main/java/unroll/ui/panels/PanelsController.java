package unroll.ui.panels;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import unroll.lesson.Panel;
import unroll.plot.panel.PanelFigure;
import unroll.ui.canvas.FittedChoice;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/**
 * Two places for panels side by side, each with a chooser; one place where there is no room for both. A panel is in one
 * place at a time: choosing the other place's changes the two. Where only one can be seen, the curves come to the front
 * when a training begins.
 */
public final class PanelsController {
    /** From this width on both are shown, in widths of a letter. */
    private static final double ROOM_FOR_BOTH = 54;

    private static final PanelChoice FLOW =
            PanelChoice.of(PanelFigure.GRADIENT_FLOW.id()).orElseThrow();

    private final Workbench workbench;
    private final Messages messages;

    @FXML
    private HBox root;

    @FXML
    private StackPane leftPlace;

    @FXML
    private StackPane rightPlace;

    @FXML
    private Region rule;

    @FXML
    private ComboBox<PanelChoice> leftChooser;

    @FXML
    private ComboBox<PanelChoice> rightChooser;

    @FXML
    private Region leftFigure;

    @FXML
    private FigureController leftFigureController;

    @FXML
    private Region rightFigure;

    @FXML
    private FigureController rightFigureController;

    @FXML
    private Region curves;

    @FXML
    private CurvesController curvesController;

    public PanelsController(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        // Both start from nothing, so that they share the width evenly whatever they hold.
        for (Region part : List.of(leftPlace, rightPlace)) {
            part.setMinWidth(0);
            part.setPrefWidth(0);
        }
        prepare(leftChooser, FLOW);
        prepare(rightChooser, PanelChoice.CURVES);
        leftChooser.valueProperty().subscribe((before, now) -> chosen(before, now, rightChooser));
        rightChooser.valueProperty().subscribe((before, now) -> chosen(before, now, leftChooser));
        leftChooser.valueProperty().subscribe(this::tell);
        rightChooser.valueProperty().subscribe(now -> {
            if (rightPlace.isVisible()) {
                tell(now);
            }
        });
        workbench.panel().subscribe((before, wanted) -> bringToFront(wanted));
        root.widthProperty().subscribe(this::arrange);
        workbench.training().subscribe(training -> {
            if (training && !rightPlace.isVisible() && rightChooser.getValue().equals(PanelChoice.CURVES)) {
                leftChooser.setValue(PanelChoice.CURVES);
            }
        });
        fill(leftPlace, leftChooser, leftFigure, leftFigureController);
        fill(rightPlace, rightChooser, rightFigure, rightFigureController);
        arrange();
    }

    private void prepare(ComboBox<PanelChoice> chooser, PanelChoice first) {
        chooser.getItems().setAll(PanelChoice.ALL);
        chooser.setVisibleRowCount(PanelChoice.ALL.size());
        FittedChoice.install(chooser, choice -> messages.text(choice.titleKey()));
        chooser.setMinWidth(Region.USE_PREF_SIZE);
        chooser.setValue(first);
    }

    /** The ids of the panels in the left and in the right place. */
    public List<String> shown() {
        return List.of(leftChooser.getValue().id(), rightChooser.getValue().id());
    }

    /** Shows panels by their ids, left and right; unknown ones leave their place as it is. */
    public void show(List<String> ids) {
        if (ids.size() == 2) {
            PanelChoice.of(ids.get(0)).ifPresent(leftChooser::setValue);
            PanelChoice.of(ids.get(1)).ifPresent(rightChooser::setValue);
        }
    }

    /** A panel that can be seen stays where it is; any other comes into the left place. */
    private void bringToFront(Panel wanted) {
        boolean seen = rightPlace.isVisible() && rightChooser.getValue().id().equals(wanted.id());
        if (!seen) {
            PanelChoice.of(wanted.id()).ifPresent(leftChooser::setValue);
        }
    }

    private void tell(PanelChoice chosen) {
        Panel.of(chosen.id()).ifPresent(workbench.panel()::set);
    }

    private void chosen(PanelChoice before, PanelChoice now, ComboBox<PanelChoice> other) {
        if (now.equals(other.getValue())) {
            // The other place follows with the panel that was here, and fills both.
            other.setValue(before);
        } else {
            fill(leftPlace, leftChooser, leftFigure, leftFigureController);
            fill(rightPlace, rightChooser, rightFigure, rightFigureController);
        }
    }

    private void fill(StackPane place, ComboBox<PanelChoice> chooser, Region figureView, FigureController controller) {
        chooser.getValue()
                .figure()
                .ifPresentOrElse(
                        figure -> {
                            controller.setChooser(chooser);
                            place.getChildren().setAll(figureView);
                            controller.show(figure);
                        },
                        () -> {
                            curvesController.setChooser(chooser);
                            place.getChildren().setAll(curves);
                        });
    }

    private void arrange() {
        boolean both = root.getWidth() >= ROOM_FOR_BOTH * letter();
        for (Region part : List.of(rightPlace, rule)) {
            part.setVisible(both);
            part.setManaged(both);
        }
    }

    private double letter() {
        return leftChooser.getButtonCell().getFont().getSize();
    }
}
