package unroll.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/**
 * The only timer of the window. Whatever must happen once a frame — looking for the latest results of the background
 * threads, moving a pulse — registers here together with the condition under which it must; while no condition holds the
 * timer is off and the window costs nothing.
 */
public final class FrameClock implements AutoCloseable {
    private record Task(ObservableValue<Boolean> needed, LongConsumer frame) {
        boolean isNeeded() {
            return Boolean.TRUE.equals(needed.getValue());
        }
    }

    private final List<Task> tasks = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };

    /**
     * Calls a task once per frame for as long as a condition holds.
     *
     * @param needed the condition; must be changed on the JavaFX thread
     * @param frame gets the time of the frame, ns
     * @return ends the registration
     */
    public Subscription during(ObservableValue<Boolean> needed, LongConsumer frame) {
        Task task = new Task(needed, frame);
        tasks.add(task);
        Subscription change = needed.subscribe(value -> update());
        return change.and(() -> {
            tasks.remove(task);
            update();
        });
    }

    /** Ends all registrations: a timer that runs keeps its views alive. */
    @Override
    public void close() {
        tasks.clear();
        timer.stop();
    }

    private void tick(long now) {
        for (Task task : List.copyOf(tasks)) {
            if (task.isNeeded()) {
                task.frame().accept(now);
            }
        }
    }

    private void update() {
        if (tasks.stream().anyMatch(Task::isNeeded)) {
            timer.start();
        } else {
            timer.stop();
        }
    }
}
