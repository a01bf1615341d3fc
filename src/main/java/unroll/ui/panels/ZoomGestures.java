package unroll.ui.panels;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import unroll.ui.canvas.PaintedPane;

/** The wheel comes closer, a drag chooses a part, a double click shows everything again; a click names a place. */
final class ZoomGestures {
    private static final double NOTCH = 0.8;
    private static final double LEAST_DRAG = 5;

    private final PaintedPane pane;
    private final Region band;
    private final ObjectProperty<PlaceZoom> zoom;
    private final DoubleUnaryOperator placeAt;
    private DoubleConsumer onClick = place -> {};
    private double pressedAt;

    /**
     * Listens to a pane.
     *
     * @param band lies over the pane and shows the part while it is chosen
     * @param zoom is changed; null while there is nothing to look at
     * @param placeAt from px in the pane to a place on its axis
     */
    ZoomGestures(PaintedPane pane, Region band, ObjectProperty<PlaceZoom> zoom, DoubleUnaryOperator placeAt) {
        this.pane = pane;
        this.band = band;
        this.zoom = zoom;
        this.placeAt = placeAt;
        band.setManaged(false);
        band.setVisible(false);
        band.setMouseTransparent(true);
        pane.setCursor(Cursor.CROSSHAIR);
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressedAt = event.getX());
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** Sets what a click on a place does. */
    void setOnClick(DoubleConsumer action) {
        onClick = action;
    }

    private void scroll(ScrollEvent event) {
        if (zoom.get() != null && event.getDeltaY() != 0) {
            double factor = event.getDeltaY() > 0 ? NOTCH : 1 / NOTCH;
            zoom.set(zoom.get().around(placeAt.applyAsDouble(event.getX()), factor));
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (zoom.get() != null && event.isPrimaryButtonDown()) {
            double left = Math.max(0, Math.min(pressedAt, event.getX()));
            double right = Math.min(pane.getWidth(), Math.max(pressedAt, event.getX()));
            band.setVisible(true);
            band.resizeRelocate(left, 0, Math.max(1, right - left), pane.getHeight());
        }
    }

    private void release(MouseEvent event) {
        boolean chosen = band.isVisible() && Math.abs(event.getX() - pressedAt) >= LEAST_DRAG;
        band.setVisible(false);
        if (chosen && zoom.get() != null) {
            zoom.set(zoom.get().to(placeAt.applyAsDouble(pressedAt), placeAt.applyAsDouble(event.getX())));
        }
    }

    private void click(MouseEvent event) {
        if (zoom.get() == null || event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            zoom.set(PlaceZoom.none(zoom.get().all()));
        } else {
            onClick.accept(placeAt.applyAsDouble(event.getX()));
        }
    }
}
