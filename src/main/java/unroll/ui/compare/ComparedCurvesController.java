package unroll.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import unroll.experiment.Curve;
import unroll.experiment.Level;
import unroll.experiment.Measure;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.plot.Marker;
import unroll.plot.Side;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.run.Snapshot;
import unroll.ui.canvas.FittedChoice;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.export.Figures;
import unroll.ui.panels.CurveKind;
import unroll.ui.panels.LevelName;
import unroll.ui.panels.ZoomedCurves;
import unroll.ui.state.Comparison;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The training curves of both sides over each other; a click takes both networks back to an iteration. */
public final class ComparedCurvesController {
    private final Comparison comparison;
    private final Figures figures;
    private final Messages messages;
    private ZoomedCurves shown;

    @FXML
    private PaintedPane pane;

    @FXML
    private Region band;

    @FXML
    private ComboBox<CurveKind> kindBox;

    @FXML
    private Button resetButton;

    @FXML
    private ToggleButton logToggle;

    public ComparedCurvesController(Comparison comparison, Figures figures, Messages messages) {
        this.comparison = comparison;
        this.figures = figures;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        figures.offer("comparedCurves", pane, () -> comparison.open().get() && !shown.isEmpty());
        shown = new ZoomedCurves(pane, band, CurveOptions.DEFAULT.withEmptyText(messages.text("compare.noCurves")));
        shown.control(resetButton, logToggle);
        shown.follow(() -> comparison.side(Side.A).iterations().shown().get(), this::goBackTo);
        FittedChoice.install(kindBox, kind -> messages.text(kind.titleKey()));
        kindBox.valueProperty().subscribe(this::show);
        for (Side side : Side.values()) {
            Workbench workbench = comparison.side(side);
            workbench.snapshot().subscribe(this::show);
            workbench.iterations().shown().subscribe(shown::repaint);
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
        shown.show(new CurveSet(messages.text("panels.iteration"), messages.text(kind.titleKey()), series));
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
                        .dashed(side.dash(i).ordinal())
                        .marked(Marker.of(side.ordinal())));
            }
        }
    }

    private void goBackTo(long iteration) {
        for (Side side : Side.values()) {
            comparison.side(side).iterations().trace(iteration);
        }
    }
}
