package unroll.lesson;

import java.util.List;
import unroll.experiment.Experiment;

/**
 * A lesson.
 *
 * @param number its place in the course
 * @param name of its folder without the number
 * @param minutes about how long it takes
 * @param experiment that it begins with
 */
public record Lesson(int number, String name, String title, int minutes, Experiment experiment, List<Step> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }
}
