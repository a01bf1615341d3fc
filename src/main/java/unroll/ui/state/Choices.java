package unroll.ui.state;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import unroll.debug.Convention;
import unroll.debug.measure.Measure;

/** What the user has chosen to look at beside the cursor: watches, and the breakpoint that is being written. */
public final class Choices {
    private final ObservableList<Measure> watches = FXCollections.observableArrayList();
    private final ObjectProperty<Convention> convention =
            new SimpleObjectProperty<>(this, "convention", Convention.TEXTBOOK);
    private final ObjectProperty<ParameterEntry> entry = new SimpleObjectProperty<>(this, "entry");
    private final ObjectProperty<BreakpointDraft> draft = new SimpleObjectProperty<>(this, "draft");

    Choices() {}

    /** The same, with nobody who listens yet. */
    Choices(Choices before) {
        watches.setAll(before.watches);
        convention.set(before.convention.get());
        entry.set(before.entry.get());
    }

    /** The number of a parameter that is followed through the update; null for one that the update changes much. */
    public ObjectProperty<ParameterEntry> entry() {
        return entry;
    }

    /** Whose letters the listing and the inspector use. */
    public ObjectProperty<Convention> convention() {
        return convention;
    }

    /** In the order in which they are shown. */
    public ObservableList<Measure> watches() {
        return watches;
    }

    /** Watches what is not watched yet. */
    public void watch(Measure measure) {
        if (!watches.contains(measure)) {
            watches.add(measure);
        }
    }

    /** The breakpoint in the form; null while the form is closed. */
    public ObjectProperty<BreakpointDraft> draft() {
        return draft;
    }
}
