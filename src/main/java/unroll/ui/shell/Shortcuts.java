package unroll.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the window. A key that the focused control needs for itself stays with it. */
public final class Shortcuts {
    private record Shortcut(KeyCombination keys, BooleanSupplier applies, Runnable action) {}

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3,
        KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6,
        KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.DIGIT9
    };

    private final List<Shortcut> shortcuts = new ArrayList<>();
    private final BooleanSupplier active;
    private Runnable onQuestionMark = () -> {};

    /** The character of a key that was a shortcut must not end up in a field that the shortcut has opened. */
    private boolean swallowing;

    /** Shortcuts that act while a condition holds. */
    public Shortcuts(BooleanSupplier active) {
        this.active = active;
    }

    /** A key with its modifiers; Ctrl is {@link KeyCombination#SHORTCUT_DOWN}. */
    public Shortcuts on(KeyCode key, Runnable action, KeyCombination.Modifier... modifiers) {
        return during(() -> true, key, action, modifiers);
    }

    /** A key that does this while a condition holds; else it does what it is given for afterwards. */
    public Shortcuts during(
            BooleanSupplier applies, KeyCode key, Runnable action, KeyCombination.Modifier... modifiers) {
        shortcuts.add(new Shortcut(new KeyCodeCombination(key, modifiers), applies, action));
        return this;
    }

    /** The digits 1 … 9, which give their number. */
    public Shortcuts onDigits(IntConsumer action, KeyCombination.Modifier... modifiers) {
        for (int i = 0; i < DIGITS.length; i++) {
            int digit = i + 1;
            on(DIGITS[i], () -> action.accept(digit), modifiers);
        }
        return this;
    }

    /** The question mark, wherever the keyboard has it. */
    public Shortcuts onQuestionMark(Runnable action) {
        onQuestionMark = action;
        return this;
    }

    /** Listens to all keys of a scene. */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(scene, event));
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> swallowing = false);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> type(scene, event));
    }

    private void press(Scene scene, KeyEvent event) {
        swallowing = false;
        if (!active.getAsBoolean() || KeyUse.uses(scene.getFocusOwner(), event)) {
            return;
        }
        for (Shortcut shortcut : shortcuts) {
            if (shortcut.keys().match(event) && shortcut.applies().getAsBoolean()) {
                event.consume();
                swallowing = true;
                shortcut.action().run();
                return;
            }
        }
    }

    private void type(Scene scene, KeyEvent event) {
        if (swallowing) {
            event.consume();
            return;
        }
        if (active.getAsBoolean() && "?".equals(event.getCharacter()) && !KeyUse.isTyping(scene.getFocusOwner())) {
            event.consume();
            onQuestionMark.run();
        }
    }
}
