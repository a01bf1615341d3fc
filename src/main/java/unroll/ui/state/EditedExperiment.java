package unroll.ui.state;

import java.util.Optional;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

/** The experiment that is open and the sequences that are looked at, with what was changed in them and can be undone. */
final class EditedExperiment {
    /**
     * What edits change.
     *
     * @param byHand weights with numbers of the user's among them
     */
    record State(Experiment experiment, Probe probe, Optional<Parameters> byHand) {}

    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>(this, "experiment");
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>(this, "probe", Probe.FIRST);
    private Edits<State> edits = new Edits<>(System::nanoTime);

    EditedExperiment() {}

    /** One that nobody listens to yet, and that goes on where another stands. */
    EditedExperiment(EditedExperiment before) {
        edits = before.edits;
        experiment.set(before.experiment.get());
        probe.set(before.probe.get());
    }

    /** Null before the first is opened. */
    ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Probe> probe() {
        return probe.getReadOnlyProperty();
    }

    void use(Experiment used) {
        experiment.set(used);
    }

    void look(Probe looked) {
        probe.set(looked);
    }

    /** What was changed before belongs to another experiment. */
    void forgetEdits() {
        edits.clear();
    }

    /** The experiment with another value in one field; it itself stays as it is. */
    Experiment with(String path, Object value) throws ReadProblem {
        return ExperimentFile.of(experiment.get())
                .with(path, String.valueOf(value))
                .experiment();
    }

    /** Whether an experiment's task has the same sequences to look at. */
    boolean hasTaskLike(Experiment other) {
        return other.task().isLike(experiment.get().task());
    }

    /** Remembers how it is now, before a change. */
    void note(String gesture, Optional<Parameters> byHand) {
        edits.note(gesture, new State(experiment.get(), probe.get(), byHand));
    }

    void endGesture() {
        edits.end();
    }

    /** How it was before the last edit; empty if nothing was edited. */
    Optional<State> undo() {
        return edits.undo();
    }

    /** Each takes the other's. */
    void exchange(EditedExperiment other) {
        Edits<State> undoable = edits;
        edits = other.edits;
        other.edits = undoable;
        exchange(probe, other.probe);
        exchange(experiment, other.experiment);
    }

    /** Each takes the value of the other. */
    static <T> void exchange(Property<T> one, Property<T> other) {
        T value = one.getValue();
        one.setValue(other.getValue());
        other.setValue(value);
    }
}
