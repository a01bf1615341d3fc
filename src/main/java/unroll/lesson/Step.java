package unroll.lesson;

import java.util.List;
import java.util.Optional;

/**
 * One step of a lesson.
 *
 * @param id its name in both files of the lesson
 * @param actions what it does to the debugger when it is entered
 * @param prediction what is asked before the learner may look
 * @param task what is to be reached
 */
public record Step(
        String id,
        String title,
        Prose text,
        List<Action> actions,
        Optional<Prediction> prediction,
        Optional<Task> task) {
    public Step {
        actions = List.copyOf(actions);
    }

    /** The program of its task, in which a line is to be marked. */
    public Optional<Marking> marking() {
        return task.flatMap(Task::marking);
    }

    /** What a marked line is kept under, beside the ids of steps. */
    public String lineId() {
        return id + "/line";
    }

    /**
     * Something to reach.
     *
     * @param marking the program in which a line is to be found first
     * @param text says what
     * @param goal what must be measured
     * @param hints for who is stuck, from the smallest push to the way itself
     */
    public record Task(Optional<Marking> marking, Prose text, Goal goal, List<Prose> hints) {
        public Task {
            hints = List.copyOf(hints);
        }
    }
}
