package unroll.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.run.Snapshot;
import unroll.run.Status;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;
import unroll.run.TraceService;

/** The experiment that is open, its edits, its traces and its training: what the background threads work for. */
public final class Laboratory {
    private final Messages messages;
    private final Tracing tracing;
    private final OpenTraining trained;
    private final ShownWeights weights;
    private final EditedExperiment edited;
    private final ReadOnlyObjectWrapper<TraceAnswer.Traced> traced = new ReadOnlyObjectWrapper<>(this, "traced");
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper(this, "training");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>(this, "notice");

    public Laboratory(Messages messages, TraceService tracing, LiveTraining live) {
        this.messages = messages;
        this.tracing = new Tracing(tracing);
        this.trained = new OpenTraining(live);
        this.weights = new ShownWeights();
        this.edited = new EditedExperiment();
    }

    private Laboratory(Messages messages, Laboratory before) {
        this.messages = messages;
        this.tracing = before.tracing;
        this.trained = new OpenTraining(before.trained);
        this.weights = new ShownWeights(before.weights);
        this.edited = new EditedExperiment(before.edited);
        traced.set(before.traced.get());
        notice.set(before.notice.get());
        update();
    }

    /** One that speaks another language and goes on where this one stands, which is of no use afterwards. */
    Laboratory in(Messages language) {
        return new Laboratory(language, this);
    }

    Messages messages() {
        return messages;
    }

    ReadOnlyObjectProperty<Experiment> experiment() {
        return edited.experiment();
    }

    /** The latest trace with what it was made from; null before the first. */
    ReadOnlyObjectProperty<TraceAnswer.Traced> traced() {
        return traced.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Snapshot> snapshot() {
        return trained.snapshot();
    }

    ReadOnlyBooleanProperty training() {
        return training.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyLongProperty shownIteration() {
        return weights.iteration();
    }

    ObjectProperty<Notice> notice() {
        return notice;
    }

    /** Trained weights that were opened with the experiment and still fit it. */
    Optional<Parameters> loaded() {
        return weights.loaded();
    }

    /** Opens an experiment, with trained weights if there are any, to look at some of its sequences. */
    void open(Experiment opened, Optional<Parameters> loaded, Probe looked) {
        edited.forgetEdits();
        tracing.forget();
        edited.use(null);
        weights.load(loaded);
        edited.look(looked);
        use(opened);
    }

    /**
     * Changes one field of the experiment; what was trained is put aside.
     *
     * @param path its place in the experiment's file, for instance {@code model.cell}
     * @param value a text, number or truth value
     * @return what is wrong with the value, if anything: the experiment is then as it was
     */
    Optional<ReadProblem> edit(String path, Object value) {
        try {
            Experiment after = edited.with(path, value);
            if (!after.equals(edited.experiment().get())) {
                edited.note(path, weights.byHand());
                if (!edited.hasTaskLike(after)) {
                    Probe looked = edited.probe().get();
                    edited.look(looked.at(looked.part(), looked.example()));
                }
                use(after);
            }
            return Optional.empty();
        } catch (ReadProblem problem) {
            return Optional.of(problem);
        }
    }

    void endGesture() {
        edited.endGesture();
    }

    /** Takes the last edit back. */
    void undo() {
        edited.undo()
                .ifPresentOrElse(this::restore, () -> notice.set(Notice.info(messages.text("state.nothingToUndo"))));
    }

    /** What was trained stays where only the sequence was another. */
    private void restore(EditedExperiment.State before) {
        edited.look(before.probe());
        if (!before.experiment().equals(edited.experiment().get())) {
            use(before.experiment());
        }
        weights.useByHand(before.byHand());
        ask(shownParameters());
        update();
    }

    private void use(Experiment used) {
        trained.drop();
        weights.useByHand(Optional.empty());
        dismissFailure();
        weights.leaveIteration();
        Experiment before = edited.experiment().get();
        if (before != null && !before.beginsLike(used)) {
            weights.load(Optional.empty());
        }
        edited.use(used);
        ask(weights.loaded());
        update();
    }

    /** What went wrong went wrong with another network. */
    private void dismissFailure() {
        if (notice.get() != null && notice.get().severity() == Severity.ERROR) {
            notice.set(null);
        }
    }

    ReadOnlyObjectProperty<Probe> probe() {
        return edited.probe();
    }

    /** Each takes the other's experiment with its edits, its training and its trace. */
    void exchange(Laboratory other) {
        edited.exchange(other.edited);
        trained.exchange(other.trained);
        weights.exchange(other.weights);
        EditedExperiment.exchange(traced, other.traced);
        for (Laboratory each : List.of(this, other)) {
            // What is still to come was asked for the other's network.
            each.tracing.forget();
            each.ask(each.shownParameters());
            each.update();
        }
    }

    /** Traces other sequences with the weights that are shown now; what one gesture changes is undone in one go. */
    void look(Probe looked, String gesture) {
        if (!looked.equals(edited.probe().get())) {
            edited.note(gesture, weights.byHand());
            lookAlong(looked);
        }
    }

    /** Traces the sequences that another laboratory looks at; there they can be undone. */
    void lookAlong(Probe looked) {
        edited.look(looked);
        ask(shownParameters());
        update();
    }

    private Optional<Parameters> shownParameters() {
        return weights.over(trained.latest().map(Snapshot::parameters));
    }

    /**
     * Holds the training and traces with other weights than it has reached. Training then begins anew from them.
     *
     * @param gesture what is changed in one go is undone in one go
     */
    void useWeights(Parameters changed, String gesture) {
        pause();
        edited.note(gesture, weights.byHand());
        weights.useByHand(Optional.of(changed));
        ask(weights.byHand());
        update();
    }

    boolean hasWeightsByHand() {
        return weights.byHand().isPresent();
    }

    private void ask(Optional<Parameters> parameters) {
        tracing.ask(new TraceRequest.Example(
                edited.experiment().get(), parameters, edited.probe().get()));
    }

    /** Trains, or goes on training. */
    void train() {
        weights.leaveIteration();
        if (traced.get() != null && isOfOpenOne(traced.get().setup())) {
            startTraining(traced.get().setup());
        } else if (edited.experiment().get() != null) {
            trained.awaitSetup();
        }
        update();
    }

    private void startTraining(Setup setup) {
        Optional<Parameters> changed = weights.byHand();
        if (changed.isPresent()) {
            trained.drop();
        }
        trained.start(changed.or(weights::loaded).map(setup::withInitial).orElse(setup));
        weights.useByHand(Optional.empty());
    }

    /** Holds the training until it is started again. */
    void pause() {
        trained.pause();
        update();
    }

    /** Holds the training and traces one of its iterations, or the one that would come next: its whole batch. */
    void traceIteration(long wanted) {
        if (edited.experiment().get() != null) {
            pause();
            long number = Math.max(1, Math.min(lastIteration(), wanted));
            weights.goTo(number);
            tracing.ask(TraceRequest.Iteration.of(edited.experiment().get(), number, trained.latest()));
            update();
        }
    }

    /** The last iteration that can be traced: the one after those that are done. */
    long lastIteration() {
        return trained.latest().map(latest -> latest.progress().iteration() + 1).orElse(1L);
    }

    /** Shows the latest parameters again, and an example. */
    void showLatest() {
        weights.useByHand(Optional.empty());
        weights.leaveIteration();
        ask(shownParameters());
        update();
    }

    /** Ends the training and keeps what it has reached; nothing is to be done with this workbench afterwards. */
    void close() {
        trained.close();
    }

    /**
     * Takes what the background threads have ready.
     *
     * @param now ns
     */
    void pull(long now) {
        tracing.poll().ifPresent(this::take);
        trained.look(now).ifPresent(latest -> take(latest, now));
        trained.troubles(messages).forEach(notice::set);
        update();
    }

    private boolean isOfOpenOne(Setup setup) {
        return setup.experiment().equals(edited.experiment().get());
    }

    private void take(TraceAnswer answer) {
        if (answer instanceof TraceAnswer.Traced made) {
            if (made.optimizer().isPresent()) {
                weights.arrive(made.trace().parameters());
            }
            traced.set(made);
            if (trained.awaitsSetup() && isOfOpenOne(made.setup())) {
                startTraining(made.setup());
            }
        } else if (answer instanceof TraceAnswer.Refused refused) {
            notice.set(Notice.error(messages.text(refused.reason())));
        }
    }

    private void take(Snapshot latest, long now) {
        if (weights.follow()) {
            follow(latest, now);
        }
        trained.keepIfOver(messages).ifPresent(notice::set);
    }

    /** A network that stands still is traced at once, one in training now and then. */
    private void follow(Snapshot latest, long now) {
        boolean standing = latest.status().state() != Status.State.RUNNING;
        if (standing || tracing.isDue(now)) {
            ask(Optional.of(latest.parameters()));
        }
    }

    private void update() {
        training.set(trained.isWanted());
        busy.set(tracing.isWaiting() || trained.isGoing());
    }
}
