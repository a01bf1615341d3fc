package unroll.app;

import java.util.Optional;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.Language;
import unroll.ui.state.TextSize;

/**
 * What the program remembers from one start to the next.
 *
 * @param window where the window was; empty at the first start
 * @param layout how it was divided
 * @param dark whether the theme was the dark one
 * @param textSize how large text was
 * @param reducedMotion whether movements were off
 * @param language of the interface; empty for that of the system
 */
public record Settings(
        Optional<Window> window,
        WindowLayout layout,
        boolean dark,
        TextSize textSize,
        boolean reducedMotion,
        Optional<Language> language) {

    /** For the first start. */
    public static final Settings DEFAULT =
            new Settings(Optional.empty(), WindowLayout.DEFAULT, false, TextSize.NORMAL, false, Optional.empty());

    /**
     * A window's place.
     *
     * @param width px
     * @param height px
     * @param maximized whether it filled the screen; width and height are then those from before
     */
    public record Window(double width, double height, boolean maximized) {}
}
