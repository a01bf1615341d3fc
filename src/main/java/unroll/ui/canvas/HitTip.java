package unroll.ui.canvas;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import unroll.plot.Hit;

/** The text of what lies under the mouse, beside the mouse. */
final class HitTip {
    private static final double RIGHT = 14;
    private static final double BELOW = 18;

    private final Tooltip tooltip = new Tooltip();
    private final Node owner;

    HitTip(Node owner) {
        this.owner = owner;
        // Esc belongs to the view under the tip
        tooltip.setHideOnEscape(false);
    }

    /** Shows the text of a hit, or nothing where it is null or has no text. */
    void show(Hit hit, MouseEvent event) {
        if (hit == null || hit.text().isEmpty()) {
            hide();
            return;
        }
        tooltip.setText(hit.text());
        double x = event.getScreenX() + RIGHT;
        double y = event.getScreenY() + BELOW;
        if (tooltip.isShowing()) {
            tooltip.setAnchorX(x);
            tooltip.setAnchorY(y);
        } else {
            tooltip.show(owner, x, y);
        }
    }

    void hide() {
        tooltip.hide();
    }
}
