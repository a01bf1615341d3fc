package unroll.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import unroll.analysis.GradientFlow;
import unroll.debug.Knowledge;
import unroll.io.FieldDifference;
import unroll.io.RunFolder.Saved;
import unroll.plot.Painter;
import unroll.plot.Side;
import unroll.plot.Wording;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Pen;
import unroll.plot.curves.Series;
import unroll.plot.flow.ComparedFlow;
import unroll.plot.flow.ComparedFlowPainter;
import unroll.plot.flow.FlowView;
import unroll.plot.lanes.ComparedLanesPainter;
import unroll.plot.lanes.ComparedLanesView;
import unroll.plot.lanes.Viewport;
import unroll.plot.panel.PanelFigure;
import unroll.plot.stage.ComparedStagesPainter;
import unroll.plot.stage.StageView;

/** The views of two networks on the same data by name: those of one network that both can share. */
final class ComparedViews {
    static final List<String> NAMES = List.of(Views.STAGE, Views.LANES, PanelFigure.GRADIENT_FLOW.id(), Views.CURVES);

    private static final int MOST_IN_NAME = 2;

    private final Map<Side, String> names;
    private final Wording wording;

    /**
     * Names the sides by what they differ in.
     *
     * @param differences of side A, here, and side B, there
     */
    ComparedViews(List<FieldDifference> differences, Wording wording) {
        this.names = Map.of(Side.A, name(differences, Side.A), Side.B, name(differences, Side.B));
        this.wording = wording;
    }

    private static String name(List<FieldDifference> differences, Side side) {
        return differences.stream()
                .limit(MOST_IN_NAME)
                .map(each -> each.path() + " " + (side == Side.A ? each.here() : each.there()).orElse("none"))
                .collect(Collectors.joining(", "));
    }

    /**
     * The painter of a view over two traces.
     *
     * @param view one of {@link #NAMES} but the curves
     * @param width that it will be drawn at, px
     */
    Painter painter(String view, Knowledge a, Knowledge b, double width) {
        Viewport viewport = Views.viewport(a, width);
        if (view.equals(Views.STAGE)) {
            return new ComparedStagesPainter(
                    StageView.of(a).withViewport(viewport), StageView.of(b).withViewport(viewport), wording);
        }
        if (view.equals(Views.LANES)) {
            String state = ComparedLanesView.comparable(a, b).stream()
                    .filter(lane -> lane.site().quantity().carried())
                    .findFirst()
                    .orElseThrow()
                    .id();
            return new ComparedLanesPainter(ComparedLanesView.of(a, b, state).withViewport(viewport), wording);
        }
        return new ComparedFlowPainter(List.of(flow(Side.A, a), flow(Side.B, b)), wording);
    }

    private ComparedFlow flow(Side side, Knowledge knowledge) {
        FlowView view = FlowView.of(knowledge, GradientFlow.ofLayers(knowledge.trace(), 0));
        return new ComparedFlow(side, names.get(side), view);
    }

    /** The painter of both trainings, each side in its colour. */
    Painter curves(Saved a, Saved b) {
        List<NamedRun> runs = List.of(new NamedRun(legend(Side.A), a), new NamedRun(legend(Side.B), b));
        CurveSet drawn = new RunCurves(RunGroups.alone(runs), "loss").curves();
        List<Series> series =
                drawn.series().stream().map(this::inColourOfItsSide).toList();
        return new CurvesPainter(new CurveSet(drawn.xTitle(), drawn.yTitle(), series), CurveOptions.DEFAULT);
    }

    private String legend(Side side) {
        return side + " · " + names.get(side);
    }

    private Series inColourOfItsSide(Series drawn) {
        Side side = drawn.name().startsWith(legend(Side.A)) ? Side.A : Side.B;
        Pen pen = drawn.pen();
        return drawn.baseline() ? drawn : drawn.drawnWith(new Pen(side.color(), pen.dash(), pen.marker()));
    }
}
