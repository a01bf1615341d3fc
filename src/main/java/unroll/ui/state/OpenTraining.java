package unroll.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.experiment.Setup;
import unroll.run.Snapshot;
import unroll.run.Status;

/** The training of the experiment that is open: it waits until that is set up, goes, is held, is looked at now and then. */
final class OpenTraining {
    // A training is looked at no more often than an eye can follow, to leave the processor to it.
    private static final long LOOK_EVERY_NANOS = 50_000_000;

    private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>(this, "snapshot");
    private LiveTraining live;
    private boolean onceReady;
    private long lastLook;

    OpenTraining(LiveTraining live) {
        this.live = live;
    }

    /** One that nobody listens to yet, and that goes on where another stands. */
    OpenTraining(OpenTraining before) {
        live = before.live;
        onceReady = before.onceReady;
        snapshot.set(before.snapshot.get());
    }

    /** Null when nothing was trained. */
    ReadOnlyObjectProperty<Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    Optional<Snapshot> latest() {
        return Optional.ofNullable(snapshot.get());
    }

    /** Puts aside what was trained. */
    void drop() {
        onceReady = false;
        live.drop();
        snapshot.set(null);
    }

    /** Lets it start as soon as the experiment is set up. */
    void awaitSetup() {
        onceReady = true;
    }

    boolean awaitsSetup() {
        return onceReady;
    }

    /** Starts, or goes on. */
    void start(Setup setup) {
        onceReady = false;
        live.start(setup);
    }

    void pause() {
        onceReady = false;
        live.pause();
    }

    /** Looks at it, if it is time to; gives what is new. */
    Optional<Snapshot> look(long now) {
        if (now - lastLook < LOOK_EVERY_NANOS) {
            return Optional.empty();
        }
        lastLook = now;
        Optional<Snapshot> latest = live.poll();
        latest.ifPresent(snapshot::set);
        return latest;
    }

    /** Keeps what a training that is over has reached; gives what there is to tell of its end. */
    Optional<Notice> keepIfOver(Messages messages) {
        Status end = snapshot.get().status();
        if (end.isOver()) {
            live.keep();
        }
        return end.state() == Status.State.FAILED
                ? Optional.of(Notice.error(messages.text("state.failed", end.where())))
                : Optional.empty();
    }

    /** What went wrong with its thread, or with keeping what it has reached. */
    List<Notice> troubles(Messages messages) {
        List<Notice> troubles = new ArrayList<>();
        live.failure()
                .ifPresent(failed ->
                        troubles.add(Notice.error(messages.text("state.cantTrain", messages.reason(failed)))));
        live.keepingFailure().ifPresent(failed -> troubles.add(Notice.error(messages.reason(failed))));
        return troubles;
    }

    /** Whether it goes, or is about to. */
    boolean isWanted() {
        return onceReady || live.isWanted();
    }

    /** Whether its thread may have something new. */
    boolean isGoing() {
        return live.isGoing();
    }

    /** Each takes the other's training. */
    void exchange(OpenTraining other) {
        LiveTraining training = live;
        live = other.live;
        other.live = training;
        boolean waiting = onceReady;
        onceReady = other.onceReady;
        other.onceReady = waiting;
        Snapshot latest = snapshot.get();
        snapshot.set(other.snapshot.get());
        other.snapshot.set(latest);
    }

    void close() {
        live.close();
    }
}
