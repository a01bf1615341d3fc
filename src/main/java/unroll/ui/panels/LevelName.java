package unroll.ui.panels;

import java.util.Locale;
import unroll.experiment.Level;
import unroll.ui.state.Messages;

/** How the window calls what rules without a network reach. */
public final class LevelName {
    private LevelName() {}

    /** Its name in the language of the window; one that a file brings along stays as it is. */
    public static String of(Level level, Messages messages) {
        String key = "panels.level." + level.name().toLowerCase(Locale.ROOT).replace(' ', '_');
        return messages.containsKey(key) ? messages.text(key) : level.name();
    }
}
