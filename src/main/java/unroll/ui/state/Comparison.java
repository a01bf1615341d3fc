package unroll.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.io.FieldDifference;
import unroll.io.ReadProblem;
import unroll.plot.Side;

/**
 * Two networks on the same data. The task, the seed of the data and the batches are one: what changes them on one side
 * changes them on the other. Cursor, example, training and what is looked at go together ({@link Companionship}).
 */
public final class Comparison {
    /** What makes the data and the batches. */
    private static final List<String> SHARED = List.of("task", "seed", "training.batchSize", "training.shuffle");

    private static final List<String> TITLE = List.of("name", "description");

    private final Workbench a;
    private final Workbench b;
    private final Messages messages;
    private final Companionship companionship;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ObjectProperty<Side> edited = new SimpleObjectProperty<>(this, "edited", Side.A);
    private final ReadOnlyObjectWrapper<List<FieldDifference>> differences =
            new ReadOnlyObjectWrapper<>(this, "differences", List.of());
    private boolean sharing;

    /**
     * Compares nothing yet.
     *
     * @param a the window's
     * @param b of its own; nobody else opens anything in it
     */
    public Comparison(Workbench a, Workbench b, Messages messages) {
        this.a = a;
        this.b = b;
        this.messages = messages;
        this.companionship = new Companionship(a, b, open, messages);
        a.experiment().subscribe(() -> changed(Side.A));
        b.experiment().subscribe(() -> changed(Side.B));
    }

    /** A comparison that speaks another language and goes on where this one stands, which is of no use afterwards. */
    public Comparison in(Workbench newA, Workbench newB, Messages language) {
        Comparison next = new Comparison(newA, newB, language);
        next.edited.set(edited.get());
        next.differences.set(differences.get());
        next.companionship.resume();
        next.open.set(open.get());
        return next;
    }

    public Workbench side(Side side) {
        return side == Side.A ? a : b;
    }

    /** Whether two networks are compared. */
    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Whether both sides can be shown together now: each has a trace, and these are of equally many steps. */
    public boolean isPaired() {
        return open.get()
                && a.debugger().get() != null
                && b.debugger().get() != null
                && a.trace().get().steps() == b.trace().get().steps();
    }

    /** Whose settings, listing and inspector are shown. */
    public ObjectProperty<Side> edited() {
        return edited;
    }

    /** In which fields the two experiments differ, A's values first. */
    public ReadOnlyObjectProperty<List<FieldDifference>> differences() {
        return differences.getReadOnlyProperty();
    }

    /**
     * Compares the open experiment with itself but for one field.
     *
     * @param path its place in the experiment's file; one that a value does not fit becomes a notice
     */
    public void with(String path, Object value) {
        try {
            compare(ExperimentFile.of(a.experiment().get())
                    .with(path, String.valueOf(value))
                    .experiment());
        } catch (ReadProblem problem) {
            a.notice().set(Notice.warning(messages.reason(problem)));
        }
    }

    /** Compares the open experiment with another network on its own data; one that they don't fit becomes a notice. */
    public void with(Experiment other) {
        try {
            compare(onDataOf(ExperimentFile.of(a.experiment().get()), ExperimentFile.of(other)));
        } catch (ReadProblem problem) {
            a.notice().set(Notice.warning(messages.text("compare.unfit", other.name(), messages.reason(problem))));
        }
    }

    private static Experiment onDataOf(ExperimentFile data, ExperimentFile network) throws ReadProblem {
        ExperimentFile changed = network;
        for (String path : SHARED) {
            changed = changed.with(path, data.value(path).orElseThrow());
        }
        for (String path : TITLE) {
            changed = changed.with(path, data.value(path).orElseThrow());
        }
        return changed.experiment();
    }

    private void compare(Experiment other) {
        sharing = true;
        try {
            b.open(other);
        } finally {
            sharing = false;
        }
        companionship.begin();
        open.set(true);
        tell();
    }

    /** Ends the comparison; the open experiment stays as it is. */
    public void close() {
        if (open.get()) {
            open.set(false);
            edited.set(Side.A);
            b.pause();
        }
    }

    /** Each side takes the other's network with all that it has learnt. */
    public void swap() {
        if (open.get()) {
            sharing = true;
            try {
                companionship.swap();
            } finally {
                sharing = false;
            }
            edited.set(edited.get().other());
            tell();
        }
    }

    /** Takes the last edit of the side back whose settings are shown. */
    public void undo() {
        side(edited.get()).undo();
    }

    /** Shows the settings, the listing and the inspector of the other side. */
    public void editOther() {
        if (open.get()) {
            edited.set(edited.get().other());
        }
    }

    private void changed(Side by) {
        if (!open.get() || sharing) {
            return;
        }
        Experiment changed = side(by).experiment().get();
        Experiment other = side(by.other()).experiment().get();
        if (changed == null || !changed.title().equals(other.title())) {
            // Another one is about to be opened, or has been.
            close();
            return;
        }
        sharing = true;
        try {
            share(by, ExperimentFile.of(changed), ExperimentFile.of(other));
        } finally {
            sharing = false;
        }
        tell();
    }

    private void share(Side by, ExperimentFile changed, ExperimentFile other) {
        for (String path : SHARED) {
            Optional<String> value = changed.value(path);
            if (!value.equals(other.value(path))) {
                side(by.other()).tryEdit(path, value.orElseThrow()).ifPresent(problem -> {
                    a.notice().set(Notice.warning(messages.text("compare.cantFollow", messages.reason(problem))));
                    close();
                });
            }
        }
    }

    private void tell() {
        if (open.get()) {
            differences.set(ExperimentFile.of(a.experiment().get())
                    .differences(ExperimentFile.of(b.experiment().get())));
        }
    }
}
