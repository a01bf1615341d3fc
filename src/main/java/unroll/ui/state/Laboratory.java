package unroll.ui.state;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.run.Snapshot;
import unroll.run.Status;
import unroll.run.TraceAnswer;
import unroll.run.TraceRequest;
import unroll.run.TraceService;

/** The experiment that is open, its edits, its traces and its training: what the background threads work for. */
public final class Laboratory {
    // A training is looked at no more often than an eye can follow, to leave the processor to it.
    private static final long LOOK_EVERY_NANOS = 50_000_000;
    private static final long TRACE_EVERY_NANOS = 200_000_000;

    private static final long LATEST = 0;

    /**
     * What edits change.
     *
     * @param byHand weights with numbers of the user's among them
     */
    private record State(Experiment experiment, Probe probe, Optional<Parameters> byHand) {}

    private final Messages messages;
    private final Tracing tracing;
    private LiveTraining live;
    private Edits<State> edits;
    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>(this, "experiment");
    private final ReadOnlyObjectWrapper<Probe> probe = new ReadOnlyObjectWrapper<>(this, "probe", Probe.FIRST);
    private final ReadOnlyObjectWrapper<TraceAnswer.Traced> traced = new ReadOnlyObjectWrapper<>(this, "traced");
    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper(this, "training");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyLongWrapper shownIteration = new ReadOnlyLongWrapper(this, "shownIteration", LATEST);
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>(this, "notice");
    private Optional<Parameters> loaded = Optional.empty();
    private Optional<Parameters> moment = Optional.empty();
    private Optional<Parameters> byHand = Optional.empty();
    private boolean trainOnceReady;
    private long lastLook;
    private long lastTraceAsked;

    public Laboratory(Messages messages, TraceService tracing, LiveTraining live) {
        this.messages = messages;
        this.tracing = new Tracing(tracing);
        this.live = live;
        this.edits = new Edits<>(System::nanoTime);
    }

    private Laboratory(Messages messages, Laboratory before) {
        this.messages = messages;
        tracing = before.tracing;
        live = before.live;
        edits = before.edits;
        loaded = before.loaded;
        moment = before.moment;
        byHand = before.byHand;
        trainOnceReady = before.trainOnceReady;
        experiment.set(before.experiment.get());
        probe.set(before.probe.get());
        traced.set(before.traced.get());
        snapshot.set(before.snapshot.get());
        shownIteration.set(before.shownIteration.get());
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
        return experiment.getReadOnlyProperty();
    }

    /** The latest trace with what it was made from; null before the first. */
    ReadOnlyObjectProperty<TraceAnswer.Traced> traced() {
        return traced.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty training() {
        return training.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyLongProperty shownIteration() {
        return shownIteration.getReadOnlyProperty();
    }

    ObjectProperty<Notice> notice() {
        return notice;
    }

    /** Trained weights that were opened with the experiment and still fit it. */
    Optional<Parameters> loaded() {
        return loaded;
    }

    /** Opens an experiment, with trained weights if there are any, to look at some of its sequences. */
    void open(Experiment opened, Optional<Parameters> weights, Probe looked) {
        edits.clear();
        tracing.forget();
        experiment.set(null);
        loaded = weights;
        probe.set(looked);
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
        Experiment before = experiment.get();
        try {
            Experiment after =
                    ExperimentFile.of(before).with(path, String.valueOf(value)).experiment();
            if (!after.equals(before)) {
                edits.note(path, now());
                if (!after.task().isLike(before.task())) {
                    probe.set(probe.get().at(probe.get().part(), probe.get().example()));
                }
                use(after);
            }
            return Optional.empty();
        } catch (ReadProblem problem) {
            return Optional.of(problem);
        }
    }

    void endGesture() {
        edits.end();
    }

    /** Takes the last edit back. */
    void undo() {
        edits.undo()
                .ifPresentOrElse(this::restore, () -> notice.set(Notice.info(messages.text("state.nothingToUndo"))));
    }

    private State now() {
        return new State(experiment.get(), probe.get(), byHand);
    }

    /** What was trained stays where only the sequence was another. */
    private void restore(State before) {
        probe.set(before.probe());
        if (before.experiment().equals(experiment.get())) {
            byHand = before.byHand();
        } else {
            use(before.experiment());
            byHand = before.byHand();
        }
        ask(shownParameters());
        update();
    }

    private void use(Experiment used) {
        trainOnceReady = false;
        live.drop();
        snapshot.set(null);
        byHand = Optional.empty();
        dismissFailure();
        leaveIteration();
        if (experiment.get() != null && !experiment.get().beginsLike(used)) {
            loaded = Optional.empty();
        }
        experiment.set(used);
        ask(loaded);
        update();
    }

    /** What went wrong went wrong with another network. */
    private void dismissFailure() {
        if (notice.get() != null && notice.get().severity() == Severity.ERROR) {
            notice.set(null);
        }
    }

    ReadOnlyObjectProperty<Probe> probe() {
        return probe.getReadOnlyProperty();
    }

    /** Each takes the other's experiment with its edits, its training and its trace. */
    void exchange(Laboratory other) {
        LiveTraining training = live;
        live = other.live;
        other.live = training;
        Edits<State> undoable = edits;
        edits = other.edits;
        other.edits = undoable;
        boolean onceReady = trainOnceReady;
        trainOnceReady = other.trainOnceReady;
        other.trainOnceReady = onceReady;
        Optional<Parameters> weights = byHand;
        byHand = other.byHand;
        other.byHand = weights;
        Optional<Parameters> earlier = moment;
        moment = other.moment;
        other.moment = earlier;
        exchange(probe, other.probe);
        exchange(experiment, other.experiment);
        exchange(snapshot, other.snapshot);
        exchange(shownIteration, other.shownIteration);
        exchange(traced, other.traced);
        for (Laboratory each : List.of(this, other)) {
            // What is still to come was asked for the other's network.
            each.tracing.forget();
            each.ask(each.shownParameters());
            each.update();
        }
    }

    private static <T> void exchange(Property<T> one, Property<T> other) {
        T value = one.getValue();
        one.setValue(other.getValue());
        other.setValue(value);
    }

    /** Traces other sequences with the weights that are shown now; what one gesture changes is undone in one go. */
    void look(Probe looked, String gesture) {
        if (!looked.equals(probe.get())) {
            edits.note(gesture, now());
            probe.set(looked);
            ask(shownParameters());
            update();
        }
    }

    /** Traces the sequences that another laboratory looks at; there they can be undone. */
    void lookAlong(Probe looked) {
        probe.set(looked);
        ask(shownParameters());
        update();
    }

    private Optional<Parameters> shownParameters() {
        return byHand.or(() -> moment)
                .or(() -> Optional.ofNullable(snapshot.get()).map(Snapshot::parameters))
                .or(this::loaded);
    }

    /**
     * Holds the training and traces with other weights than it has reached. Training then begins anew from them.
     *
     * @param gesture what is changed in one go is undone in one go
     */
    void useWeights(Parameters weights, String gesture) {
        pause();
        edits.note(gesture, now());
        byHand = Optional.of(weights);
        ask(byHand);
        update();
    }

    boolean hasWeightsByHand() {
        return byHand.isPresent();
    }

    private void ask(Optional<Parameters> parameters) {
        tracing.ask(new TraceRequest.Example(experiment.get(), parameters, probe.get()));
    }

    private void leaveIteration() {
        moment = Optional.empty();
        shownIteration.set(LATEST);
    }

    /** Trains, or goes on training. */
    void train() {
        leaveIteration();
        if (traced.get() != null && isOfOpenOne(traced.get().setup())) {
            startTraining(traced.get().setup());
        } else {
            trainOnceReady = experiment.get() != null;
        }
        update();
    }

    private void startTraining(Setup setup) {
        byHand.ifPresent(weights -> {
            live.drop();
            snapshot.set(null);
        });
        live.start(byHand.or(this::loaded).map(setup::withInitial).orElse(setup));
        byHand = Optional.empty();
    }

    /** Holds the training until it is started again. */
    void pause() {
        trainOnceReady = false;
        live.pause();
        update();
    }

    /** Holds the training and traces one of its iterations, or the one that would come next: its whole batch. */
    void traceIteration(long wanted) {
        if (experiment.get() != null) {
            pause();
            long number = Math.max(1, Math.min(lastIteration(), wanted));
            shownIteration.set(number);
            byHand = Optional.empty();
            tracing.ask(TraceRequest.Iteration.of(experiment.get(), number, Optional.ofNullable(snapshot.get())));
            update();
        }
    }

    /** The last iteration that can be traced: the one after those that are done. */
    long lastIteration() {
        return snapshot.get() == null ? 1 : snapshot.get().progress().iteration() + 1;
    }

    /** Shows the latest parameters again, and an example. */
    void showLatest() {
        byHand = Optional.empty();
        leaveIteration();
        ask(shownParameters());
        update();
    }

    /** Ends the training and keeps what it has reached; nothing is to be done with this workbench afterwards. */
    void close() {
        live.close();
    }

    /**
     * Takes what the background threads have ready.
     *
     * @param now ns
     */
    void pull(long now) {
        tracing.poll().ifPresent(this::take);
        if (now - lastLook >= LOOK_EVERY_NANOS) {
            lastLook = now;
            live.poll().ifPresent(latest -> take(latest, now));
        }
        live.failure()
                .ifPresent(failed -> notice.set(Notice.error(messages.text("state.cantTrain", failed.getMessage()))));
        live.keepingFailure().ifPresent(failed -> notice.set(Notice.error(failed.getMessage())));
        update();
    }

    private boolean isOfOpenOne(Setup setup) {
        return setup.experiment().equals(experiment.get());
    }

    private void take(TraceAnswer answer) {
        if (answer instanceof TraceAnswer.Traced made) {
            if (made.optimizer().isPresent()) {
                moment = Optional.of(made.trace().parameters());
            }
            traced.set(made);
            if (trainOnceReady && isOfOpenOne(made.setup())) {
                trainOnceReady = false;
                startTraining(made.setup());
            }
        } else if (answer instanceof TraceAnswer.Refused refused) {
            notice.set(Notice.error(refused.reason()));
        }
    }

    private void take(Snapshot latest, long now) {
        snapshot.set(latest);
        if (shownIteration.get() == LATEST && byHand.isEmpty()) {
            follow(latest, now);
        }
        if (latest.status().isOver()) {
            live.keep();
            tell(latest.status());
        }
    }

    /** A network that stands still is traced at once, one in training now and then. */
    private void follow(Snapshot latest, long now) {
        boolean standing = latest.status().state() != Status.State.RUNNING;
        boolean due = !tracing.isWaiting() && now - lastTraceAsked >= TRACE_EVERY_NANOS;
        if (standing || due) {
            lastTraceAsked = now;
            ask(Optional.of(latest.parameters()));
        }
    }

    private void tell(Status end) {
        if (end.state() == Status.State.FAILED) {
            notice.set(Notice.error(messages.text("state.failed", end.where())));
        }
    }

    private void update() {
        training.set(trainOnceReady || live.isWanted());
        busy.set(tracing.isWaiting() || live.isGoing());
    }
}
