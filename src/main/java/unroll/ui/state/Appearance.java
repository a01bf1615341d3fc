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
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(this, "language", Language.ENGLISH);

    /** The same look for views in another language, which nobody listens to yet. */
    public Appearance in(Language spoken) {
        Appearance copy = new Appearance();
        copy.language.set(spoken);
        copy.dark.set(dark.get());
        copy.textSize.set(textSize.get());
        copy.reducedMotion.set(reducedMotion.get());
        return copy;
    }

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

    /** What all texts are written in; whoever sets it gets new views. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** Whether only stage, lanes and transport are shown, with large text, on the whole screen. */
    public BooleanProperty presenting() {
        return presenting;
    }
}
