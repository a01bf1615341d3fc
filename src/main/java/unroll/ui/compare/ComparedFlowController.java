package unroll.ui.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import unroll.analysis.GradientFlow;
import unroll.core.trace.Trace;
import unroll.plot.Side;
import unroll.plot.Wording;
import unroll.plot.flow.ComparedFlow;
import unroll.plot.flow.ComparedFlowPainter;
import unroll.plot.flow.FlowView;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** ‖∂L/∂h‖ of both sides over the steps, as far as the cursor has come. */
public final class ComparedFlowController {
    private static final int ROW = 0;

    private final Comparison comparison;
    private final Figures figures;
    private final Messages messages;
    private final Map<Side, List<GradientFlow>> layers = new EnumMap<>(Side.class);

    @FXML
    private PaintedPane pane;

    public ComparedFlowController(Comparison comparison, Figures figures, Messages messages) {
        this.comparison = comparison;
        this.figures = figures;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        figures.offer("comparedFlow", pane, () -> comparison.open().get() && pane.getPainter() != null);
        for (Side side : Side.values()) {
            Workbench workbench = comparison.side(side);
            workbench.trace().subscribe(trace -> measure(side, trace));
            workbench.debugger().subscribe(this::show);
        }
        comparison.open().subscribe(this::measureAll);
        comparison.differences().subscribe(this::show);
    }

    private void measureAll() {
        for (Side side : Side.values()) {
            measure(side, comparison.side(side).trace().get());
        }
        show();
    }

    private void measure(Side side, Trace trace) {
        if (comparison.open().get() && trace != null) {
            layers.put(side, GradientFlow.ofLayers(trace, ROW));
        }
    }

    private void show() {
        if (!comparison.isPaired()) {
            return;
        }
        DifferenceWords words = new DifferenceWords(comparison.differences().get(), messages);
        List<ComparedFlow> flows = new ArrayList<>();
        for (Side side : Side.values()) {
            FlowView view = FlowView.of(comparison.side(side).knowledge(), layers.get(side));
            flows.add(new ComparedFlow(side, words.name(side), view));
        }
        ComparedFlowPainter painter = new ComparedFlowPainter(flows, new Wording(messages));
        pane.setPainter(painter);
        pane.setAccessibleText(painter.description());
    }
}
