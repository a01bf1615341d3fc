package unroll.run;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import unroll.experiment.Setup;
import unroll.run.Status.State;

/**
 * A training on a thread of its own. Commands go in, the latest snapshot comes out; nothing calls back.
 *
 * <p>A snapshot copies the parameters, so one is made only after somebody took the last: who looks sixty times a second
 * gets sixty, and a run that nobody watches makes none but the last.
 */
public final class TrainingRun implements AutoCloseable {
    private enum Wish {
        WAIT,
        RUN,
        STOP
    }

    private static final long SECONDS_TO_STOP = 10;
    private static final double NANOS = 1e9;

    private final Setup setup;
    private final TrainingEngine engine = TrainingEngine.fastest();
    private final TrainingLoop loop;
    private final Thread thread;
    private final AtomicReference<Snapshot> latest;
    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.WAIT);
    private volatile boolean wanted;

    /** A run that is ready to start. */
    public TrainingRun(Setup setup) {
        this.setup = setup;
        this.loop = new TrainingLoop(setup, engine.engine());
        this.latest = new AtomicReference<>(loop.snapshot(Status.of(State.READY), 0));
        this.thread = new Thread(this::work, "unroll-training");
        thread.setDaemon(true);
    }

    public Setup setup() {
        return setup;
    }

    /** Starts, or goes on after a pause. */
    public synchronized void start() {
        command(Wish.RUN);
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Stands still after the present iteration, until started again. */
    public void pause() {
        command(Wish.WAIT);
    }

    /** Ends the run after the present iteration, for good. */
    public synchronized void stop() {
        command(Wish.STOP);
        if (thread.getState() == Thread.State.NEW) {
            engine.close();
            latest.updateAndGet(ready -> ready.with(Status.of(State.STOPPED)));
        }
    }

    private void command(Wish next) {
        Wish before = wish.getAndUpdate(present -> present == Wish.STOP ? present : next);
        if (before != next) {
            LockSupport.unpark(thread);
        }
    }

    /** The latest snapshot, and a request for a newer one. Never waits. */
    public Snapshot latest() {
        wanted = true;
        return latest.get();
    }

    /** Waits until the run is over, for a time at most; whether it is. */
    public boolean awaitEnd(long timeout, TimeUnit unit) throws InterruptedException {
        if (thread.getState() != Thread.State.NEW) {
            unit.timedJoin(thread, timeout);
        }
        return latest.get().status().isOver();
    }

    /** Stops the run and waits for its thread. */
    @Override
    public void close() {
        stop();
        try {
            awaitEnd(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        long nanos = 0;
        engine.start();
        try {
            while (wish.get() != Wish.STOP && !loop.status().isOver()) {
                if (wish.get() == Wish.WAIT) {
                    publish(Status.of(State.PAUSED), nanos);
                    awaitCommand();
                } else {
                    nanos += train(nanos);
                }
            }
            loop.keep();
            publish(loop.status().isOver() ? loop.status() : Status.of(State.STOPPED), nanos);
        } catch (RuntimeException | OutOfMemoryError fault) {
            latest.updateAndGet(last -> last.with(Status.failed(fault)));
        } finally {
            engine.close();
        }
    }

    /** Parking may end without a reason. */
    private void awaitCommand() {
        while (wish.get() == Wish.WAIT) {
            LockSupport.park(this);
        }
    }

    /** Trains until another command comes or the training is over; the time that it took. */
    private long train(long nanosBefore) {
        long start = System.nanoTime();
        publish(Status.of(State.RUNNING), nanosBefore);
        while (wish.get() == Wish.RUN && loop.advance()) {
            if (wanted) {
                publish(Status.of(State.RUNNING), nanosBefore + System.nanoTime() - start);
            }
        }
        return System.nanoTime() - start;
    }

    private void publish(Status status, long nanos) {
        wanted = false;
        latest.set(loop.snapshot(status, nanos / NANOS));
    }
}
