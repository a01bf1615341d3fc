package unroll.ui.panels;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import unroll.debug.Debugger;
import unroll.plot.flow.GradientFlow;
import unroll.plot.flow.GradientFlowPainter;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** ‖∂L/∂h‖ over the steps, as far as the debugger has come. */
public final class FlowController {
    private static final int ROW = 0;

    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;

    @FXML
    private HBox head;

    @FXML
    private PaintedPane pane;

    public FlowController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        figures.offer("flow", pane, () -> pane.getPainter() != null);
        workbench.debugger().subscribe(this::show);
    }

    /** Sets the tabs on the left of the head. */
    void setTabs(List<ToggleButton> tabs) {
        head.getChildren().setAll(tabs);
    }

    private void show(Debugger at) {
        if (at == null) {
            pane.setPainter(null);
            return;
        }
        GradientFlow flow = GradientFlow.of(workbench.knowledge(), ROW);
        pane.setPainter(new GradientFlowPainter(flow, messages.text("panels.step")));
        pane.setAccessibleText(flow.plain());
    }
}
