package unroll.ui.canvas;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import unroll.plot.Tabular;

/** Ctrl+C copies the numbers of a figure as tab-separated text while it has the focus. */
public final class CopyAsText {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private CopyAsText() {}

    /**
     * Listens to a figure for as long as it lives.
     *
     * @param table what is copied when the keys are pressed; empty for nothing
     */
    public static void install(Node figure, Supplier<Optional<Tabular>> table) {
        figure.setFocusTraversable(true);
        figure.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> figure.requestFocus());
        figure.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                table.get().ifPresent(CopyAsText::copy);
                event.consume();
            }
        });
    }

    private static void copy(Tabular table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.tabSeparated());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** A painter's table; empty for one that has none. */
    public static Optional<Tabular> tableOf(PaintedPane pane) {
        return pane.getPainter() instanceof Tabular table ? Optional.of(table) : Optional.empty();
    }
}
