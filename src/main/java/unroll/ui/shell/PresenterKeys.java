package unroll.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import unroll.debug.Debugger;
import unroll.ui.lesson.Presentation;
import unroll.ui.state.Appearance;
import unroll.ui.state.Workbench;

/**
 * What a presenter's clicker sends: Page Up and Down, F5 or Shift + F5 to begin, B or a full stop for a black screen; and
 * the digits that count hands. All other keys stay what they are.
 */
record PresenterKeys(Appearance appearance, Presentation presentation, Workbench workbench, Blackout blackout) {
    private static final List<KeyCode> DIGITS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);

    private static final List<KeyCode> PAD = List.of(
            KeyCode.NUMPAD1,
            KeyCode.NUMPAD2,
            KeyCode.NUMPAD3,
            KeyCode.NUMPAD4,
            KeyCode.NUMPAD5,
            KeyCode.NUMPAD6,
            KeyCode.NUMPAD7,
            KeyCode.NUMPAD8,
            KeyCode.NUMPAD9);

    /** Before all others, as they take keys away from them while they apply. */
    void addTo(Shortcuts shortcuts) {
        BooleanSupplier black = blackout::isShown;
        for (KeyCode key : List.of(KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.SPACE, KeyCode.B, KeyCode.PERIOD)) {
            shortcuts.during(black, key, blackout::toggle);
        }
        shortcuts
                .during(this::presents, KeyCode.B, blackout::toggle)
                .during(this::presents, KeyCode.PERIOD, blackout::toggle)
                .during(this::teaches, KeyCode.PAGE_DOWN, presentation::forward)
                .during(this::teaches, KeyCode.PAGE_UP, presentation::back)
                .during(this::asks, KeyCode.BACK_SPACE, presentation::takeBack)
                .during(this::begins, KeyCode.F5, this::begin)
                .during(this::begins, KeyCode.F5, this::begin, KeyCombination.SHIFT_DOWN);
        for (int i = 0; i < DIGITS.size(); i++) {
            int answer = i + 1;
            BooleanSupplier isAnswer =
                    () -> asks() && answer <= presentation.hands().get().answers();
            shortcuts.during(isAnswer, DIGITS.get(i), () -> presentation.raise(answer));
            shortcuts.during(isAnswer, PAD.get(i), () -> presentation.raise(answer));
        }
    }

    private boolean presents() {
        return appearance.presenting().get();
    }

    private boolean teaches() {
        return presents() && presentation.isOpen();
    }

    private boolean asks() {
        return presents() && presentation.isAsking();
    }

    /** F5 runs to a breakpoint; in a lesson without one there is nothing to run to. */
    private boolean begins() {
        Debugger at = workbench.debugger().get();
        return presentation.isOpen() && (at == null || at.breakpoints().isEmpty());
    }

    /** A second press stays: the clicker's button for the end sends Escape. */
    private void begin() {
        appearance.presenting().set(true);
    }
}
