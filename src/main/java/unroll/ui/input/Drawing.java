package unroll.ui.input;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.MouseEvent;
import unroll.experiment.ByHand.Place;
import unroll.plot.Range;
import unroll.plot.input.Drawn;
import unroll.plot.input.InputPainter;
import unroll.plot.lanes.UnitTarget;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Probing;

/** A line that the mouse draws on the view of the input; the sequence follows it while it is drawn. */
final class Drawing {
    private final Probing probing;
    private final PaintedPane pane;
    private UnitTarget start;
    private Drawn last;
    private Range range;

    Drawing(Probing probing, PaintedPane pane) {
        this.probing = probing;
        this.pane = pane;
    }

    /** Begins to listen to the pane, for as long as it lives. */
    void install() {
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> release());
    }

    /** The scale while a line is drawn, which must not move under the mouse; else the fitting one. */
    Range range(Range fitting) {
        range = start == null || range == null ? fitting : range;
        return range;
    }

    private void press(MouseEvent event) {
        start = pane.hitAt(event.getX(), event.getY())
                .map(hit -> (UnitTarget) hit.target())
                .orElse(null);
        last = null;
    }

    private void drag(MouseEvent event) {
        if (start == null || event.isStillSincePress() || !(pane.getPainter() instanceof InputPainter painter)) {
            return;
        }
        double zoom = pane.zoom();
        painter.drawnAt(
                        event.getX() / zoom,
                        event.getY() / zoom,
                        pane.getWidth() / zoom,
                        pane.getHeight() / zoom,
                        start.unit())
                .ifPresent(this::draw);
    }

    /** A fast mouse passes over columns: they get what lies on its way. */
    private void draw(Drawn now) {
        Drawn ink = last == null ? now : new Drawn(now.t(), now.unit(), isPicture() ? last.value() : now.value());
        Drawn from = last == null ? ink : last;
        Map<Place, Double> values = new HashMap<>();
        int direction = ink.t() >= from.t() ? 1 : -1;
        for (int t = from.t(); t != ink.t() + direction; t += direction) {
            Drawn between = from.towards(ink, t);
            values.put(new Place(between.t(), between.unit()), between.value());
        }
        last = ink;
        probing.change(values);
    }

    private boolean isPicture() {
        return ((InputPainter) pane.getPainter()).isPicture();
    }

    private void release() {
        if (last != null) {
            probing.endGesture();
        }
        start = null;
        last = null;
    }
}
