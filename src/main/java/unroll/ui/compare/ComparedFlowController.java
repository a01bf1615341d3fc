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

/** ‖∂L/∂h‖ of both sides over the steps, as far as the cursor has come. */
public final class ComparedFlowController {
    private final Comparison comparison;
    private final Figures figures;
    private final Messages messages;
    private final Map<Side, Measured> measured = new EnumMap<>(Side.class);

    /** What is drawn of one row of a trace. */
    private record Measured(Trace trace, int row, List<GradientFlow> layers) {}

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
            comparison.side(side).debugger().subscribe(this::show);
        }
        comparison.open().subscribe(this::show);
        comparison.differences().subscribe(this::show);
    }

    @SuppressWarnings("ReferenceEquality") // traces are never equal
    private List<GradientFlow> layers(Side side) {
        Trace trace = comparison.side(side).trace().get();
        int row = comparison.side(side).row();
        Measured before = measured.get(side);
        if (before == null || before.trace() != trace || before.row() != row) {
            measured.put(side, new Measured(trace, row, GradientFlow.ofLayers(trace, row)));
        }
        return measured.get(side).layers();
    }

    private void show() {
        if (!comparison.isPaired()) {
            return;
        }
        DifferenceWords words = new DifferenceWords(comparison.differences().get(), messages);
        List<ComparedFlow> flows = new ArrayList<>();
        for (Side side : Side.values()) {
            FlowView view = FlowView.of(comparison.side(side).knowledge(), layers(side));
            flows.add(new ComparedFlow(side, words.name(side), view));
        }
        ComparedFlowPainter painter = new ComparedFlowPainter(flows, new Wording(messages));
        pane.setPainter(painter);
        pane.setAccessibleText(painter.description());
    }
}
