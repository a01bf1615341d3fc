package unroll.ui.panels;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import unroll.plot.NumberFormat;
import unroll.plot.Range;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.ui.canvas.CopyAsText;
import unroll.ui.canvas.PaintedPane;

/** Training curves in a pane: read where the mouse is, zoomed by wheel and drag, a click takes back to an iteration. */
public final class ZoomedCurves {
    private final PaintedPane pane;
    private final ObjectProperty<PlaceZoom> zoom = new SimpleObjectProperty<>(this, "zoom");
    private final ZoomGestures gestures;
    private CurveOptions options;
    private Button resetButton;
    private LongSupplier shownIteration = () -> 0;
    private CurveSet curves = new CurveSet("", "", List.of());
    private double pointedAt = Double.NaN;

    /**
     * Listens to a pane.
     *
     * @param band lies over the pane and shows the part that is chosen by a drag
     * @param options what the curves begin with
     */
    public ZoomedCurves(PaintedPane pane, Region band, CurveOptions options) {
        this.pane = pane;
        this.options = options;
        this.gestures = new ZoomGestures(pane, band, zoom, this::placeAt);
        pane.setTips(false);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(placeAt(event.getX())));
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN));
        CopyAsText.install(pane, () -> CopyAsText.tableOf(pane));
        zoom.subscribe((before, now) -> repaint());
    }

    /** Lets a button, seen while a part is shown, bring the whole back, and a switch choose a logarithmic axis. */
    public void control(Button reset, ToggleButton log) {
        resetButton = reset;
        reset.setOnAction(event -> zoom.set(PlaceZoom.none(zoom.get().all())));
        log.selectedProperty().subscribe(selected -> {
            options = options.withLogY(selected);
            repaint();
        });
    }

    /**
     * Marks the iteration that is shown elsewhere.
     *
     * @param iteration its number, or 0 for the latest
     * @param goTo is told of the iteration that is clicked
     */
    public void follow(LongSupplier iteration, LongConsumer goTo) {
        shownIteration = iteration;
        gestures.setOnClick(place -> goTo.accept(Math.round(place)));
    }

    /** Shows curves, of which the same part stays in sight. */
    public void show(CurveSet latest) {
        curves = latest;
        PlaceZoom before = zoom.get();
        zoom.set(curves.places()
                .map(range -> before == null ? PlaceZoom.none(range) : before.within(range))
                .orElse(null));
        repaint();
    }

    /** Looks at the curves otherwise. */
    void look(UnaryOperator<CurveOptions> change) {
        options = change.apply(options);
        repaint();
    }

    /** Where the curves are read: under the mouse, at the iteration that is shown elsewhere, or else at their end. */
    double readAt() {
        if (!Double.isNaN(pointedAt)) {
            return pointedAt;
        }
        long back = shownIteration.getAsLong();
        return back > 0 ? back : curves.places().map(Range::high).orElse(0.0);
    }

    public boolean isEmpty() {
        return curves.isEmpty();
    }

    private void point(double place) {
        pointedAt = place;
        repaint();
    }

    /** Shows the mark where it is now. */
    public void repaint() {
        Optional<Range> shown = Optional.ofNullable(zoom.get()).flatMap(PlaceZoom::shown);
        if (resetButton != null) {
            resetButton.setVisible(shown.isPresent());
            resetButton.setManaged(shown.isPresent());
        }
        CurveOptions now = shown.map(options::withZoom).orElse(options);
        long back = shownIteration.getAsLong();
        if (!Double.isNaN(pointedAt)) {
            now = now.withCursor(Math.rint(pointedAt));
        } else if (back > 0) {
            now = now.withCursor((double) back);
        }
        pane.setPainter(new CurvesPainter(curves, now));
        pane.setAccessibleText(curves.yTitle() + latestValues());
    }

    private String latestValues() {
        return curves.series().stream()
                .filter(each -> !each.ys().isEmpty())
                .map(each -> ", " + each.name() + " "
                        + NumberFormat.format(each.ys().get(each.ys().size() - 1)))
                .collect(Collectors.joining());
    }

    /** The place that a point of the pane stands for. */
    double placeAt(double x) {
        double scale = pane.zoom();
        return pane.getPainter() instanceof CurvesPainter painter
                ? painter.placeAt(x / scale, pane.getWidth() / scale, pane.getHeight() / scale)
                : Double.NaN;
    }
}
