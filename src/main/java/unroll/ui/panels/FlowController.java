package unroll.ui.panels;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import unroll.analysis.GradientFlow;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.plot.Wording;
import unroll.plot.flow.FlowView;
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
    private final Wording wording;
    private List<GradientFlow> layers = List.of();

    @FXML
    private HBox head;

    @FXML
    private PaintedPane pane;

    public FlowController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.wording = new Wording(messages);
    }

    @FXML
    private void initialize() {
        figures.offer("flow", pane, () -> pane.getPainter() != null);
        workbench.trace().subscribe(this::measure);
        workbench.debugger().subscribe(this::show);
    }

    private void measure(Trace trace) {
        layers = trace == null ? List.of() : GradientFlow.ofLayers(trace, ROW);
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
        GradientFlowPainter painter = new GradientFlowPainter(FlowView.of(workbench.knowledge(), layers), wording);
        pane.setPainter(painter);
        pane.setAccessibleText(painter.description());
    }
}
