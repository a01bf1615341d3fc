package unroll.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import unroll.experiment.Experiment;

/**
 * The edits of the experiment that can be undone. What is changed in one go, such as a slider that is dragged, is undone
 * in one go.
 */
final class Edits {
    private static final long SAME_GESTURE_NANOS = 700_000_000;

    private record Edit(String path, Experiment before) {}

    private final Deque<Edit> done = new ArrayDeque<>();
    private final LongSupplier nanos;
    private long lastAt;

    Edits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Notes an edit.
     *
     * @param path the field that is changed
     * @param before the experiment without the change
     */
    void note(String path, Experiment before) {
        long now = nanos.getAsLong();
        boolean goesOn = !done.isEmpty() && done.peek().path().equals(path) && now - lastAt < SAME_GESTURE_NANOS;
        lastAt = now;
        if (!goesOn) {
            done.push(new Edit(path, before));
        }
    }

    /** Forgets the last edit and gives the experiment from before it; empty where nothing is left. */
    Optional<Experiment> undo() {
        return Optional.ofNullable(done.poll()).map(Edit::before);
    }

    void clear() {
        done.clear();
    }
}
