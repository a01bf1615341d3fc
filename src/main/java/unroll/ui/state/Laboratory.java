package unroll.ui.state;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import unroll.core.model.Parameters;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
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

    private static final long LATEST = -1;

    private final Messages messages;
    private final Tracing tracing;
    private final LiveTraining live;
    private final Edits edits;
    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>(this, "experiment");
    private final ReadOnlyObjectWrapper<TraceAnswer.Traced> traced = new ReadOnlyObjectWrapper<>(this, "traced");
    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private final ReadOnlyBooleanWrapper training = new ReadOnlyBooleanWrapper(this, "training");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyLongWrapper shownIteration = new ReadOnlyLongWrapper(this, "shownIteration", LATEST);
    private final ObjectProperty<Notice> notice = new SimpleObjectProperty<>(this, "notice");
    private Optional<Parameters> loaded = Optional.empty();
    private int example;
    private boolean trainOnceReady;
    private long lastLook;
    private long lastTraceAsked;

    public Laboratory(Messages messages, TraceService tracing, LiveTraining live) {
        this.messages = messages;
        this.tracing = new Tracing(tracing);
        this.live = live;
        this.edits = new Edits(System::nanoTime);
    }

    private Laboratory(Messages messages, Laboratory before) {
        this.messages = messages;
        tracing = before.tracing;
        live = before.live;
        edits = before.edits;
        loaded = before.loaded;
        example = before.example;
        trainOnceReady = before.trainOnceReady;
        experiment.set(before.experiment.get());
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

    void open(Experiment opened, Optional<Parameters> weights) {
        edits.clear();
        example = 0;
        tracing.forget();
        experiment.set(null);
        loaded = weights;
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
                edits.note(path, before);
                use(after);
            }
            return Optional.empty();
        } catch (ReadProblem problem) {
            return Optional.of(problem);
        }
    }

    /** Takes the last edit back. */
    void undo() {
        edits.undo().ifPresentOrElse(this::use, () -> notice.set(Notice.info(messages.text("state.nothingToUndo"))));
    }

    private void use(Experiment used) {
        trainOnceReady = false;
        live.drop();
        snapshot.set(null);
        shownIteration.set(LATEST);
        if (experiment.get() != null && !experiment.get().beginsLike(used)) {
            loaded = Optional.empty();
        }
        experiment.set(used);
        ask(loaded);
        update();
    }

    int example() {
        return example;
    }

    /** Traces another training sequence with the weights that are shown now. */
    void showExample(int index) {
        example = index;
        ask(shownParameters());
        update();
    }

    private Optional<Parameters> shownParameters() {
        long back = shownIteration.get();
        return Optional.ofNullable(snapshot.get())
                .map(latest -> back == LATEST
                        ? latest.parameters()
                        : latest.nearest(back).parameters())
                .or(this::loaded);
    }

    private void ask(Optional<Parameters> parameters) {
        tracing.ask(new TraceRequest(experiment.get(), parameters, Part.TRAIN, example));
    }

    /** Trains, or goes on training. */
    void train() {
        shownIteration.set(LATEST);
        if (traced.get() != null && isOfOpenOne(traced.get().setup())) {
            live.start(traced.get().setup());
        } else {
            trainOnceReady = experiment.get() != null;
        }
        update();
    }

    /** Holds the training until it is started again. */
    void pause() {
        trainOnceReady = false;
        live.pause();
        update();
    }

    /** Holds the training and shows the network as it was, as near to an iteration as a checkpoint was kept. */
    void goBackTo(long iteration) {
        if (snapshot.get() != null) {
            pause();
            Snapshot.Moment moment = snapshot.get().nearest(iteration);
            shownIteration.set(moment.iteration());
            ask(Optional.of(moment.parameters()));
            update();
        }
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
            traced.set(made);
            if (trainOnceReady && isOfOpenOne(made.setup())) {
                trainOnceReady = false;
                live.start(made.setup());
            }
        } else if (answer instanceof TraceAnswer.Refused refused) {
            notice.set(Notice.error(refused.reason()));
        }
    }

    private void take(Snapshot latest, long now) {
        snapshot.set(latest);
        if (shownIteration.get() == LATEST) {
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
        if (end.state() == Status.State.DIVERGED) {
            notice.set(Notice.error(messages.text("state.diverged", end.where())));
        } else if (end.state() == Status.State.FAILED) {
            notice.set(Notice.error(messages.text("state.failed", end.where())));
        }
    }

    private void update() {
        training.set(trainOnceReady || live.isWanted());
        busy.set(tracing.isWaiting() || live.isGoing());
    }
}
