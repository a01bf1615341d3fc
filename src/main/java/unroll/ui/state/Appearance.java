package unroll.ui.state;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the window looks, whatever it shows. All of it is remembered for the next start, but for the presenter's view. */
public final class Appearance {
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(this, "textSize", TextSize.NORMAL);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");

    public BooleanProperty dark() {
        return dark;
    }

    public ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    /** Whether movements are shown as plain highlights. */
    public BooleanProperty reducedMotion() {
        return reducedMotion;
    }

    /** Whether only stage, lanes and transport are shown, with large text, on the whole screen. */
    public BooleanProperty presenting() {
        return presenting;
    }
}
