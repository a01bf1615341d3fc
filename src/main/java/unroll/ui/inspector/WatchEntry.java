package unroll.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import unroll.core.model.Site;
import unroll.core.trace.Trace;
import unroll.debug.Debugger;
import unroll.debug.Knowledge;
import unroll.debug.Position;
import unroll.debug.Series;
import unroll.debug.measure.Measure;
import unroll.debug.measure.MeasureProblem;
import unroll.debug.measure.Reading;
import unroll.plot.NumberFormat;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneList;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.Strip;
import unroll.plot.sheet.History;
import unroll.plot.sheet.Sparkline;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** One watch: what is watched, its history over the steps as far as it is known, its present value. */
final class WatchEntry extends HBox {
    private final Measure measure;
    private final Workbench workbench;
    private final Messages messages;
    private final PaintedPane history = new PaintedPane();
    private final Label value = new Label();
    private Trace trace;
    private int row;
    private int layer;
    private Series series;
    private double[] numbers = {};

    WatchEntry(Measure measure, Workbench workbench, Messages messages) {
        this.measure = measure;
        this.workbench = workbench;
        this.messages = messages;
        getStyleClass().addAll("watch", "chosen");
        Label name = new Label(measure.text());
        name.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(Region.USE_PREF_SIZE);
        history.getStyleClass().add("history");
        HBox.setHgrow(history, Priority.ALWAYS);
        history.setOnHit(hit -> {
            if (hit.target() instanceof History.StepTarget step) {
                int line = workbench
                        .debugger()
                        .get()
                        .current()
                        .or(workbench.debugger().get()::next)
                        .map(here -> here.line().number())
                        .orElse(1);
                workbench.runTo(line, step.t());
            }
        });
        Button delete = new Button("", new FontIcon("fth-x"));
        delete.getStyleClass().addAll("flat", "small");
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setAccessibleText(messages.text("inspector.unwatch", measure.text()));
        delete.setTooltip(new Tooltip(messages.text("inspector.unwatch", measure.text())));
        delete.setOnAction(event -> workbench.choices().watches().remove(measure));
        getChildren().addAll(name, history, value, delete);
    }

    Measure measure() {
        return measure;
    }

    /** Shows what is known where the debugger stands. */
    void show(Knowledge knowledge, Debugger at) {
        int t = at.current().map(Position::t).orElse(1);
        int here = at.current().map(position -> position.line().layer()).orElse(0);
        try {
            Optional<Lane> lane = vector(knowledge, here);
            if (lane.isPresent()) {
                showVector(knowledge, lane.get(), t);
            } else {
                find(knowledge, here);
                showNumber(knowledge, t);
            }
            setAccessibleText(measure.text() + " " + value.getText());
        } catch (MeasureProblem problem) {
            series = null;
            trace = null;
            history.setPainter(null);
            value.setText(messages.text("inspector.notHere"));
            Tooltip.install(value, new Tooltip(problem.getMessage()));
        }
    }

    /** The lane of a whole vector; empty for one number. */
    private Optional<Lane> vector(Knowledge knowledge, int here) throws MeasureProblem {
        boolean whole = measure.reading() instanceof Reading.Whole;
        if (!whole || measure.symbol().in(knowledge.trace().network(), here).units() == 1) {
            return Optional.empty();
        }
        int layers = knowledge.trace().network().layers();
        int meant = measure.symbol().layer() > 0 ? measure.symbol().layer() : here == Site.HEAD ? layers : here + 1;
        String id = (measure.symbol().gradient() ? "d" : "") + measure.symbol().id();
        LaneList lanes = LaneList.of(knowledge.trace().network());
        return lanes.find(meant > 1 ? id + "@" + meant : id).or(() -> lanes.find(id));
    }

    private void showVector(Knowledge knowledge, Lane lane, int t) {
        LaneStrip strip = LaneStrip.of(lane, knowledge, workbench.row());
        history.setPainter(new Strip(strip, knowledge.trace().steps(), t));
        value.setText(messages.text("inspector.units", strip.units()));
    }

    /** The numbers of a trace are taken once; the cursor only decides which of them are known. */
    @SuppressWarnings("ReferenceEquality") // traces are never equal
    private void find(Knowledge knowledge, int here) throws MeasureProblem {
        if (knowledge.trace() == trace && workbench.row() == row && here == layer && series != null) {
            return;
        }
        series = Series.of(knowledge, measure, here, workbench.row());
        trace = knowledge.trace();
        row = workbench.row();
        layer = here;
        numbers = new double[trace.steps() + 1];
        for (int t = 1; t <= trace.steps(); t++) {
            numbers[t] = series.knownAfter(t) == Knowledge.NEVER ? Double.NaN : series.at(t);
        }
    }

    private void showNumber(Knowledge knowledge, int t) {
        List<Sparkline.Point> points = new ArrayList<>();
        for (int step = 1; step < numbers.length; step++) {
            if (series.knownAfter(step) < knowledge.cursor()) {
                points.add(new Sparkline.Point(step, numbers[step]));
            }
        }
        history.setPainter(
                new History(points, trace.steps(), t, measure.symbol().gradient()));
        boolean known = series.knownAfter(t) < knowledge.cursor();
        value.setText(known ? NumberFormat.format(numbers[t]) : messages.text("inspector.notYet"));
    }
}
