package unroll.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;
import unroll.experiment.Curve;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.plot.NumberFormat;
import unroll.plot.Side;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.run.Snapshot;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.panels.CurveKind;
import unroll.ui.panels.LevelName;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The training curves of both sides over each other; a click takes both networks back to an iteration. */
public final class ComparedCurvesController {
    private final Comparison comparison;
    private final Figures figures;
    private final Messages messages;
    private final CurveOptions options;
    private CurveSet curves = new CurveSet("", "", List.of());
    private double pointedAt = Double.NaN;

    @FXML
    private PaintedPane pane;

    @FXML
    private ComboBox<CurveKind> kindBox;

    @FXML
    private ToggleButton logToggle;

    public ComparedCurvesController(Comparison comparison, Figures figures, Messages messages) {
        this.comparison = comparison;
        this.figures = figures;
        this.messages = messages;
        this.options = CurveOptions.DEFAULT.withEmptyText(messages.text("compare.noCurves"));
    }

    @FXML
    private void initialize() {
        figures.offer("comparedCurves", pane, () -> comparison.open().get() && !curves.isEmpty());
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
        kindBox.valueProperty().subscribe(this::show);
        logToggle.selectedProperty().subscribe(this::paint);
        pane.setTips(false);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(placeAt(event.getX())));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN));
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> goBackTo(placeAt(event.getX())));
        for (Side side : Side.values()) {
            Workbench workbench = comparison.side(side);
            workbench.snapshot().subscribe(this::show);
            workbench.iterations().shown().subscribe(this::paint);
            workbench.setup().subscribe(this::show);
        }
        comparison.open().subscribe(this::show);
    }

    private void show() {
        if (!comparison.open().get()) {
            return;
        }
        offerKinds();
        CurveKind kind = Optional.ofNullable(kindBox.getValue()).orElse(CurveKind.LOSS);
        List<Series> series = new ArrayList<>();
        Setup made = comparison.side(Side.A).setup().get();
        if (made != null) {
            for (Level level : made.levels()) {
                if (kind.shows(level.metric())) {
                    series.add(Series.baseline(LevelName.of(level, messages), level.value()));
                }
            }
        }
        for (Side side : Side.values()) {
            Snapshot latest = comparison.side(side).snapshot().get();
            if (latest != null) {
                add(side, latest.metrics(), kind, series);
            }
        }
        curves = new CurveSet(messages.text("panels.iteration"), messages.text(kind.titleKey()), series);
        paint();
    }

    private void offerKinds() {
        List<CurveKind> fitting = Arrays.stream(CurveKind.values())
                .filter(kind -> !kind.isByTensor()
                        && kind.fits(comparison.side(Side.A).experiment().get().task()))
                .toList();
        if (!kindBox.getItems().equals(fitting)) {
            CurveKind before = kindBox.getValue();
            kindBox.getItems().setAll(fitting);
            kindBox.setValue(fitting.contains(before) ? before : CurveKind.LOSS);
        }
    }

    private void add(Side side, Metrics measured, CurveKind kind, List<Series> series) {
        List<Measure> measures = kind.measures(measured);
        for (int i = 0; i < measures.size(); i++) {
            Curve curve = measured.of(measures.get(i));
            if (!curve.isEmpty()) {
                String name = measures.size() == 1
                        ? side.name()
                        : side + " "
                                + messages.text(
                                        "panels.metric." + measures.get(i).id());
                Doubles places = Doubles.of(curve.iterations().asDoubleStream());
                series.add(Series.curve(name, places, Doubles.of(curve.values()), side.color())
                        .dashed(side.dash(i).ordinal()));
            }
        }
    }

    private void paint() {
        CurveOptions now = options.withLogY(logToggle.isSelected());
        long back = comparison.side(Side.A).iterations().shown().get();
        if (!Double.isNaN(pointedAt)) {
            now = now.withCursor(Math.rint(pointedAt));
        } else if (back > 0) {
            now = now.withCursor((double) back);
        }
        pane.setPainter(new CurvesPainter(curves, now));
        pane.setAccessibleText(curves.series().stream()
                .filter(each -> !each.ys().isEmpty())
                .map(each -> each.name() + " "
                        + NumberFormat.format(each.ys().get(each.ys().size() - 1)))
                .collect(Collectors.joining(", ")));
    }

    private void point(double place) {
        pointedAt = place;
        paint();
    }

    private void goBackTo(double place) {
        if (!Double.isNaN(place) && !curves.isEmpty()) {
            for (Side side : Side.values()) {
                comparison.side(side).iterations().trace(Math.round(place));
            }
        }
    }

    private double placeAt(double x) {
        double scale = pane.zoom();
        return pane.getPainter() instanceof CurvesPainter painter
                ? painter.placeAt(x / scale, pane.getWidth() / scale, pane.getHeight() / scale)
                : Double.NaN;
    }
}
