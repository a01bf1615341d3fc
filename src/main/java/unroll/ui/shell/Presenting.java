package unroll.ui.shell;

import javafx.scene.Node;
import javafx.stage.Screen;
import javafx.stage.Stage;
import unroll.ui.state.Appearance;
import unroll.ui.state.TextSize;

/** The presenter's view: the whole screen, large text, stage, lanes and transport alone; and the way back. */
final class Presenting {
    private final Appearance appearance;
    private final Arrangement arrangement;
    private final Node content;
    private TextSize textBefore = TextSize.NORMAL;

    /**
     * Listens to nothing yet.
     *
     * @param content of the window that fills the screen
     */
    Presenting(Appearance appearance, Arrangement arrangement, Node content) {
        this.appearance = appearance;
        this.arrangement = arrangement;
        this.content = content;
    }

    void install() {
        appearance.presenting().subscribe((before, presenting) -> present(presenting));
    }

    private void present(boolean presenting) {
        if (presenting) {
            textBefore = appearance.textSize().get();
            arrangement.foldAll();
            appearance
                    .textSize()
                    .set(TextSize.forPresenting(Screen.getPrimary().getBounds().getWidth()));
        } else {
            appearance.textSize().set(textBefore);
            arrangement.unfold();
        }
        if (content.getScene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(presenting);
        }
    }
}
