package unroll.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import unroll.analysis.GradientFlow;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.io.ReadProblem;
import unroll.lesson.LessonSource;
import unroll.lesson.Picture;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Wording;
import unroll.plot.flow.FlowView;
import unroll.plot.flow.GradientFlowPainter;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.LanesPainter;
import unroll.plot.lanes.LanesView;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.Viewport;
import unroll.plot.stage.StagePainter;
import unroll.plot.stage.StageView;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** A picture in a text: the running network as the debugger stands, painted by the painters of the large views. */
final class LivePicture {
    private final Picture picture;
    private final Workbench workbench;
    private final Wording wording;
    private final Optional<ForecastPicture> forecast;
    private final Optional<SortedPicture> sorted;
    private final Optional<WrittenPicture> written;
    private final Optional<FollowingPicture> following;
    private final Optional<Painter> recorded;
    private final PaintedPane pane = new PaintedPane();
    private final VBox box = new VBox(pane);
    private Trace measured;
    private List<GradientFlow> layers = List.of();

    /**
     * A picture that shows nothing before it is refreshed.
     *
     * @param source of the lesson that it stands in
     */
    LivePicture(Picture picture, String caption, Workbench workbench, Messages messages, LessonSource source) {
        this.picture = picture;
        this.workbench = workbench;
        this.wording = new Wording(messages);
        this.forecast = of(Picture.Foretold.class)
                .map(foretold -> new ForecastPicture(foretold.fedBack(), workbench, messages));
        this.sorted = of(Picture.Sorted.class).map(each -> new SortedPicture(each, workbench, messages));
        this.written = of(Picture.Written.class).map(each -> new WrittenPicture(each.temperature(), workbench));
        this.following = of(Picture.Following.class).map(each -> new FollowingPicture(each.feature(), workbench));
        this.recorded = of(Picture.Curves.class).flatMap(curves -> recorded(source, curves.name(), messages));
        box.getStyleClass().add("picture");
        pane.getStyleClass().add(styleClass());
        pane.setAccessibleText(caption);
        pane.setOnHit(this::select);
        pane.hovered().subscribe((before, hit) -> highlight(hit));
        if (!caption.isEmpty()) {
            Label label = new Label(caption);
            label.setWrapText(true);
            label.getStyleClass().addAll("muted", "caption");
            box.getChildren().add(label);
        }
    }

    private <P extends Picture> Optional<P> of(Class<P> kind) {
        return Optional.of(picture).filter(kind::isInstance).map(kind::cast);
    }

    /** Curves that can't be read, as in a lesson that is being written, are said to be so in their place. */
    private Optional<Painter> recorded(LessonSource source, String name, Messages messages) {
        try {
            return Optional.of(RecordedCurves.painter(source, name, messages));
        } catch (ReadProblem spoilt) {
            Label label = new Label(spoilt.getMessage());
            label.setWrapText(true);
            label.getStyleClass().add("spoilt");
            box.getChildren().add(label);
            return Optional.empty();
        }
    }

    private String styleClass() {
        if (picture instanceof Picture.Lane) {
            return "lane-picture";
        }
        return picture instanceof Picture.Stage || picture instanceof Picture.Flow ? "tall-picture" : "curve-picture";
    }

    Node node() {
        return box;
    }

    private void select(Hit hit) {
        if (hit.target() instanceof UnitTarget target) {
            workbench.selection().set(Selection.of(target));
        }
    }

    private void highlight(Hit hit) {
        if (picture instanceof Picture.Lane lane) {
            workbench.highlighted().set(hit == null ? Set.of() : Set.of(lane.id()));
        }
    }

    /** Paints what is known now. */
    void refresh() {
        pane.setPainter(
                workbench.debugger().get() == null
                        ? null
                        : painter(workbench.knowledge()).orElse(null));
    }

    private Optional<Painter> painter(Knowledge knowledge) {
        if (picture instanceof Picture.Lane lane) {
            return LaneList.of(knowledge.trace().network()).find(lane.id()).map(found -> lane(knowledge, found));
        }
        if (picture instanceof Picture.Stage) {
            return Optional.of(stage(knowledge));
        }
        return picture instanceof Picture.Flow
                ? Optional.of(flow(knowledge))
                : recorded.or(() -> forecast.flatMap(ForecastPicture::painter))
                        .or(() -> sorted.flatMap(SortedPicture::painter))
                        .or(() -> written.flatMap(WrittenPicture::painter))
                        .or(() -> following.flatMap(FollowingPicture::painter));
    }

    private Painter lane(Knowledge knowledge, Lane lane) {
        LanesView view = LanesView.of(knowledge)
                .withLanes(List.of(lane))
                .withHighlighted(workbench.highlighted().get());
        return new LanesPainter(view, wording);
    }

    private Painter stage(Knowledge knowledge) {
        int steps = knowledge.trace().steps();
        int t = knowledge.cursor() == 0
                ? 1
                : knowledge.program().at(knowledge.cursor() - 1).t();
        StageView view = StageView.of(knowledge)
                .withViewport(Viewport.readable(steps, t, Math.max(1, pane.getWidth() / pane.zoom())))
                .withHighlighted(workbench.highlighted().get());
        return new StagePainter(view, wording);
    }

    private Painter flow(Knowledge knowledge) {
        if (!knowledge.trace().equals(measured)) {
            measured = knowledge.trace();
            layers = GradientFlow.ofLayers(measured, 0);
        }
        return new GradientFlowPainter(FlowView.of(knowledge, layers), wording);
    }
}
