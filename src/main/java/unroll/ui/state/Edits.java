package unroll.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Edits that can be undone. What is changed in one go, such as a slider that is dragged, is undone
 * in one go.
 *
 * @param <S> what is edited, immutable
 */
final class Edits<S> {
    private static final long SAME_GESTURE_NANOS = 700_000_000;

    private record Edit<S>(String path, S before) {}

    private final Deque<Edit<S>> done = new ArrayDeque<>();
    private final LongSupplier nanos;
    private long lastAt;

    Edits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Notes an edit.
     *
     * @param path the field that is changed
     * @param before what there was without the change
     */
    void note(String path, S before) {
        long now = nanos.getAsLong();
        boolean goesOn = !done.isEmpty() && done.peek().path().equals(path) && now - lastAt < SAME_GESTURE_NANOS;
        lastAt = now;
        if (!goesOn) {
            done.push(new Edit<>(path, before));
        }
    }

    /** Ends a gesture: the next edit is undone on its own, however soon it comes. */
    void end() {
        lastAt = nanos.getAsLong() - SAME_GESTURE_NANOS;
    }

    /** Forgets the last edit and gives what there was before it; empty where nothing is left. */
    Optional<S> undo() {
        return Optional.ofNullable(done.poll()).map(Edit::before);
    }

    void clear() {
        done.clear();
    }
}
