package unroll.ui.lanes;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Viewport;
import unroll.ui.canvas.PaintedPane;
import unroll.ui.state.Workbench;

/**
 * How the mouse moves along the time steps, on the stage and in the lanes alike: the wheel and a drag move the shown
 * columns, the wheel with Ctrl shows fewer or more of them.
 */
public final class TimeGestures {
    /** One notch of the wheel. */
    public static final double ZOOM = 1.25;

    /** A notch moves by a column, or by this share of many. */
    private static final double PAN_SHARE = 0.05;

    private final Workbench workbench;
    private final PaintedPane pane;
    private Viewport grabbed;
    private double grabbedAt;

    public TimeGestures(Workbench workbench, PaintedPane pane) {
        this.workbench = workbench;
        this.pane = pane;
    }

    /** Begins to listen to the pane, for as long as it lives. */
    public void install() {
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    private ColumnLayout columns(Viewport viewport) {
        return ColumnLayout.of(pane.getWidth() / pane.zoom(), viewport);
    }

    private void scroll(ScrollEvent event) {
        Viewport shown = workbench.viewport().get();
        double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
        if (shown == null || delta == 0) {
            return;
        }
        if (event.isShortcutDown()) {
            int anchor = columns(shown).stepAt(event.getX() / pane.zoom()).orElse((shown.first() + shown.last()) / 2);
            workbench.viewport().set(shown.zoomed(delta > 0 ? 1 / ZOOM : ZOOM, anchor));
            event.consume();
        } else if (!shown.isWhole()) {
            int by = Math.max(1, (int) Math.round(PAN_SHARE * shown.count()));
            workbench.viewport().set(shown.startingAt(shown.first() - by * (int) Math.signum(delta)));
            event.consume();
        }
    }

    /** The map of all steps is dragged in its own way: nothing is grabbed below the columns. */
    private void grab(MouseEvent event) {
        Viewport shown = workbench.viewport().get();
        boolean onColumns = shown != null
                && event.isPrimaryButtonDown()
                && !event.isConsumed()
                && columns(shown).stepAt(event.getX() / pane.zoom()).isPresent();
        grabbed = onColumns ? shown : null;
        grabbedAt = event.getX();
    }

    private void drag(MouseEvent event) {
        if (grabbed != null && !event.isStillSincePress() && !grabbed.isWhole()) {
            double pitch = columns(grabbed).pitch() * pane.zoom();
            workbench
                    .viewport()
                    .set(grabbed.startingAt(grabbed.first() - (int) Math.round((event.getX() - grabbedAt) / pitch)));
        }
    }
}
