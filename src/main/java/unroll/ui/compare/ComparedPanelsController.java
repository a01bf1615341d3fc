package unroll.ui.compare;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import unroll.plot.Side;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;

/**
 * The figures below the two stages: the differences of a quantity, both gradient flows, both training curves. Where the
 * window is tall enough the differences stand under the stages, in their columns, and the others beside each other
 * below; else one is shown at a time behind tabs.
 */
public final class ComparedPanelsController {
    /** From this height on the differences have a row of their own, in heights of a letter. */
    private static final double ROOM_FOR_BOTH_ROWS = 27;

    /** From this width on flow and curves stand side by side, in widths of a letter. */
    private static final double ROOM_FOR_BOTH_FIGURES = 54;

    private final Comparison comparison;
    private final Messages messages;

    @FXML
    private VBox root;

    @FXML
    private HBox tabs;

    @FXML
    private ToggleGroup choice;

    @FXML
    private ToggleButton lanesTab;

    @FXML
    private ToggleButton flowTab;

    @FXML
    private ToggleButton curvesTab;

    @FXML
    private Region lanes;

    @FXML
    private HBox figures;

    @FXML
    private Region flow;

    @FXML
    private Region curves;

    public ComparedPanelsController(Comparison comparison, Messages messages) {
        this.comparison = comparison;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        for (Region part : List.of(flow, curves)) {
            part.setMinWidth(0);
            part.setPrefWidth(0);
            HBox.setHgrow(part, Priority.ALWAYS);
        }
        for (Region part : List.of(lanes, figures)) {
            part.setMinHeight(0);
            part.setPrefHeight(0);
            VBox.setVgrow(part, Priority.ALWAYS);
        }
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                arrange();
            }
        });
        root.widthProperty().subscribe(this::arrange);
        root.heightProperty().subscribe(this::arrange);
        comparison.side(Side.A).training().subscribe(training -> {
            if (training) {
                (curvesTab.isManaged() ? curvesTab : flowTab).setSelected(true);
            }
        });
        arrange();
    }

    private void arrange() {
        double letter = lanesTab.getFont().getSize();
        boolean tall = root.getHeight() >= ROOM_FOR_BOTH_ROWS * letter;
        boolean wide = root.getWidth() >= ROOM_FOR_BOTH_FIGURES * letter;
        boolean ofFigures = !lanesTab.isSelected();
        show(lanes, tall || !ofFigures);
        show(figures, tall || ofFigures);
        show(flow, flowTab.isSelected() || wide || !ofFigures);
        show(curves, curvesTab.isSelected() || wide);
        show(lanesTab, !tall);
        show(curvesTab, !wide);
        show(tabs, !tall || !wide);
        flowTab.setText(messages.text(wide ? "compare.flowAndCurves" : "panels.panel.gradient-flow"));
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
