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
    private final Workbench workbench;
    private final Figures figures;
    private final Wording wording;
    private List<GradientFlow> layers = List.of();
    private Trace measured;
    private int measuredRow;

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
        workbench.debugger().subscribe(this::show);
    }

    /** Once for each trace and row: stepping changes nothing of it. */
    @SuppressWarnings("ReferenceEquality") // traces are never equal
    private void measure() {
        Trace trace = workbench.trace().get();
        if (trace != measured || workbench.row() != measuredRow) {
            measured = trace;
            measuredRow = workbench.row();
            layers = GradientFlow.ofLayers(trace, measuredRow);
        }
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
        measure();
        GradientFlowPainter painter = new GradientFlowPainter(FlowView.of(workbench.knowledge(), layers), wording);
        pane.setPainter(painter);
        pane.setAccessibleText(painter.description());
    }
}
