package unroll.ui.panels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.plot.NumberFormat;
import unroll.plot.Range;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Series;
import unroll.run.Snapshot;
import unroll.ui.canvas.CopyAsText;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The training curves, live: losses or another metric, beside the baselines and the runs before. */
public final class CurvesController {
    private final Workbench workbench;
    private final Figures figures;
    private final Messages messages;
    private final TrainedRuns runs;
    private final ObjectProperty<PlaceZoom> zoom = new SimpleObjectProperty<>(this, "zoom");
    private CurveOptions options;
    private CurveSet curves;
    private double pointedAt = Double.NaN;

    @FXML
    private HBox head;

    @FXML
    private PaintedPane pane;

    @FXML
    private Region band;

    @FXML
    private ComboBox<CurveKind> kindBox;

    @FXML
    private ToggleButton logToggle;

    @FXML
    private Button resetButton;

    @FXML
    private Button clearButton;

    public CurvesController(Workbench workbench, Figures figures, Messages messages) {
        this.workbench = workbench;
        this.figures = figures;
        this.messages = messages;
        this.runs = new TrainedRuns(messages);
        this.options = CurveOptions.DEFAULT.withEmptyText(messages.text("panels.noCurves"));
    }

    @FXML
    private void initialize() {
        kindBox.getItems().setAll(CurveKind.values());
        kindBox.setConverter(new StringConverter<>() {
            @Override
            public String toString(CurveKind kind) {
                return kind == null ? "" : messages.text(kind.titleKey());
            }

            @Override
            public CurveKind fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        kindBox.setValue(CurveKind.LOSS);
        pane.setTips(false);
        figures.offer("curves", pane, () -> !curves.isEmpty());
        CopyAsText.install(pane, () -> CopyAsText.tableOf(pane));
        ZoomGestures gestures = new ZoomGestures(pane, band, zoom, this::placeAt);
        gestures.setOnClick(place -> workbench.iterations().trace(Math.round(place)));
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(placeAt(event.getX())));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN));
        workbench.snapshot().subscribe(this::take);
        workbench.setup().subscribe(this::takeBaselines);
        workbench.iterations().shown().subscribe(iteration -> repaint());
        kindBox.valueProperty().subscribe(kind -> show());
        logToggle.selectedProperty().subscribe(log -> repaint());
        zoom.subscribe(shown -> repaint());
    }

    /** Puts the chooser of panels on the left of the head. */
    void setChooser(Node chooser) {
        if (!head.getChildren().contains(chooser)) {
            head.getChildren().add(0, chooser);
        }
    }

    private void take(Snapshot latest) {
        if (latest == null) {
            runs.putAside();
        } else {
            runs.take(workbench.experiment().get(), latest);
        }
        show();
    }

    private void takeBaselines(Setup made) {
        if (made != null) {
            runs.setTask(made.experiment().task(), made.levels());
            offerKinds(made.experiment().task());
            show();
        }
    }

    private void offerKinds(Task task) {
        List<CurveKind> fitting = Arrays.stream(CurveKind.values())
                .filter(kind -> kind.fits(task))
                .toList();
        if (!kindBox.getItems().equals(fitting)) {
            CurveKind before = kindBox.getValue();
            kindBox.getItems().setAll(fitting);
            kindBox.setValue(fitting.contains(before) ? before : CurveKind.LOSS);
        }
    }

    /** What is shown; while its items change, a box has no value for a moment. */
    private CurveKind kind() {
        return Optional.ofNullable(kindBox.getValue()).orElse(CurveKind.LOSS);
    }

    private void show() {
        curves = runs.curves(kind());
        clearButton.setVisible(runs.hasEarlier());
        clearButton.setManaged(runs.hasEarlier());
        Optional<Range> all = places(curves);
        PlaceZoom before = zoom.get();
        zoom.set(all.map(range -> before == null ? PlaceZoom.none(range) : before.within(range))
                .orElse(null));
        repaint();
    }

    private static Optional<Range> places(CurveSet set) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series series : set.series()) {
            if (!series.xs().isEmpty()) {
                low = Math.min(low, series.xs().get(0));
                high = Math.max(high, series.xs().get(series.xs().size() - 1));
            }
        }
        return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    }

    private void point(double place) {
        pointedAt = place;
        repaint();
    }

    private void repaint() {
        if (curves == null) {
            return;
        }
        Optional<Range> shown = Optional.ofNullable(zoom.get()).flatMap(PlaceZoom::shown);
        resetButton.setVisible(shown.isPresent());
        resetButton.setManaged(shown.isPresent());
        CurveOptions now = options.withLogY(logToggle.isSelected());
        now = shown.map(now::withZoom).orElse(now);
        long back = workbench.iterations().shown().get();
        if (!Double.isNaN(pointedAt)) {
            now = now.withCursor(Math.rint(pointedAt));
        } else if (back > 0) {
            now = now.withCursor((double) back);
        }
        pane.setPainter(new CurvesPainter(curves, now));
        pane.setAccessibleText(accessibleText());
    }

    private String accessibleText() {
        StringBuilder text = new StringBuilder(messages.text(kind().titleKey()));
        for (Series series : curves.series()) {
            if (!series.ys().isEmpty()) {
                double last = series.ys().get(series.ys().size() - 1);
                text.append(", ").append(series.name()).append(' ').append(NumberFormat.format(last));
            }
        }
        return text.toString();
    }

    private double placeAt(double x) {
        double scale = pane.zoom();
        return pane.getPainter() instanceof CurvesPainter painter
                ? painter.placeAt(x / scale, pane.getWidth() / scale, pane.getHeight() / scale)
                : Double.NaN;
    }

    @FXML
    private void resetZoom() {
        if (zoom.get() != null) {
            zoom.set(PlaceZoom.none(zoom.get().all()));
        }
    }

    @FXML
    private void clearEarlier() {
        runs.forgetEarlier();
        show();
    }
}
