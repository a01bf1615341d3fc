package unroll.ui.panels;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import unroll.lesson.Panel;
import unroll.ui.state.Workbench;

/**
 * The panels side by side where there is room for both, otherwise one at a time behind tabs; the curves come to the front
 * when a training begins.
 */
public final class PanelsController {
    /** From this width on both are shown, in widths of a letter. */
    private static final double ROOM_FOR_BOTH = 54;

    private static final PseudoClass BOTH = PseudoClass.getPseudoClass("both");

    private final Workbench workbench;

    @FXML
    private HBox root;

    @FXML
    private ToggleGroup choice;

    @FXML
    private ToggleButton flowTab;

    @FXML
    private ToggleButton curvesTab;

    @FXML
    private Region flow;

    @FXML
    private Region rule;

    @FXML
    private Region curves;

    @FXML
    private FlowController flowController;

    @FXML
    private CurvesController curvesController;

    public PanelsController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        // Both start from nothing, so that they share the width evenly whatever they hold.
        for (Region part : List.of(flow, curves)) {
            part.setMinWidth(0);
            part.setPrefWidth(0);
        }
        choice.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                workbench.panel().set(now == curvesTab ? Panel.CURVES : Panel.FLOW);
                arrange();
            }
        });
        workbench.panel().subscribe(front -> (front == Panel.CURVES ? curvesTab : flowTab).setSelected(true));
        root.widthProperty().subscribe(this::arrange);
        flowTab.fontProperty().subscribe(this::arrange);
        workbench.training().subscribe(training -> {
            if (training) {
                curvesTab.setSelected(true);
            }
        });
        arrange();
    }

    private void arrange() {
        Font font = flowTab.getFont();
        boolean both = root.getWidth() >= ROOM_FOR_BOTH * font.getSize();
        show(flow, both || flowTab.isSelected());
        show(curves, both || curvesTab.isSelected());
        show(rule, both);
        root.pseudoClassStateChanged(BOTH, both);
        List<ToggleButton> tabs = List.of(flowTab, curvesTab);
        flowController.setTabs(both ? List.of(flowTab) : flowTab.isSelected() ? tabs : List.of());
        curvesController.setTabs(both ? List.of(curvesTab) : curvesTab.isSelected() ? tabs : List.of());
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
