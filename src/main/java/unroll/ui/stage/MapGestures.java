package unroll.ui.stage;

import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import unroll.plot.lanes.Viewport;
import unroll.plot.stage.MapTarget;
import unroll.plot.stage.StagePainter;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Workbench;

/**
 * The map of all steps under the mouse: the window around the shown columns is dragged along it, or, where the mouse takes
 * hold of it, the cursor.
 */
final class MapGestures {
    /** So near to the cursor the mouse takes hold of it, px. */
    private static final double REACH = 5;

    private enum Held {
        NOTHING,
        WINDOW,
        CURSOR
    }

    private final Workbench workbench;
    private final PaintedPane pane;
    private final IntConsumer goTo;
    private Held held = Held.NOTHING;

    /** @param goTo takes the debugger to a step */
    MapGestures(Workbench workbench, PaintedPane pane, IntConsumer goTo) {
        this.workbench = workbench;
        this.pane = pane;
        this.goTo = goTo;
    }

    /** Begins to listen to the pane, for as long as it lives; before others that a drag on the map must not reach. */
    void install() {
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> held = Held.NOTHING);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
    }

    private boolean isOnMap(MouseEvent event) {
        return pane.hitAt(event.getX(), event.getY())
                .filter(hit -> hit.target() instanceof MapTarget)
                .isPresent();
    }

    private boolean isOnCursor(MouseEvent event) {
        int reach = Math.max(0, step(event.getX() + REACH) - step(event.getX()));
        return workbench
                .debugger()
                .get()
                .current()
                .filter(position -> Math.abs(position.t() - step(event.getX())) <= reach)
                .isPresent();
    }

    private int step(double x) {
        double zoom = pane.zoom();
        return ((StagePainter) pane.getPainter()).mappedStep(x / zoom, pane.getWidth() / zoom);
    }

    private void point(MouseEvent event) {
        pane.setCursor(!isOnMap(event) ? null : isOnCursor(event) ? Cursor.H_RESIZE : Cursor.HAND);
    }

    private void press(MouseEvent event) {
        if (event.isPrimaryButtonDown() && isOnMap(event)) {
            held = isOnCursor(event) ? Held.CURSOR : Held.WINDOW;
            pane.requestFocus();
            follow(event);
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (held != Held.NOTHING) {
            follow(event);
            event.consume();
        }
    }

    private void follow(MouseEvent event) {
        int t = step(event.getX());
        if (held == Held.CURSOR) {
            goTo.accept(t);
        } else {
            Viewport shown = workbench.viewport().get();
            workbench.viewport().set(shown.startingAt(t - shown.count() / 2));
        }
    }
}
