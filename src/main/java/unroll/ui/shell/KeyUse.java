package unroll.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import unroll.ui.canvas.PaintedPane;

/** Which keys the control that has the focus needs for itself, so that shortcuts leave them alone. */
final class KeyUse {
    private KeyUse() {}

    /**
     * Whether a key belongs to a control.
     *
     * @param focused may be null
     * @param event a pressed key
     */
    static boolean uses(Node focused, KeyEvent event) {
        KeyCode code = event.getCode();
        if (isTyping(focused)) {
            boolean editing = code.isArrowKey() || code == KeyCode.Z;
            return !code.isFunctionKey() && (!event.isShortcutDown() || editing);
        }
        if (event.isShortcutDown()) {
            return false;
        }
        if (focused instanceof Slider || focused instanceof TabPane || focused instanceof ListView) {
            return code.isArrowKey();
        }
        if (focused instanceof PaintedPane pane && pane.usesKeys()) {
            return code.isArrowKey() && !event.isShiftDown() || code == KeyCode.ENTER;
        }
        if (focused instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
            return code.isArrowKey() || code == KeyCode.SPACE;
        }
        if (focused instanceof ComboBoxBase || focused instanceof ChoiceBox) {
            return code.isArrowKey() || code == KeyCode.SPACE;
        }
        return focused instanceof ButtonBase && code == KeyCode.SPACE;
    }

    /** Whether the keys write text. */
    static boolean isTyping(Node focused) {
        return focused instanceof TextInputControl
                || focused instanceof Spinner
                || (focused instanceof ComboBoxBase<?> box && box.isEditable());
    }
}
