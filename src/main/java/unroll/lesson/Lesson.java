package unroll.lesson;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A lesson.
 *
 * @param source where it was read
 * @param start what it begins with
 * @param starts the network that each step works on, for a learner who did nothing else than what the steps did
 * @param cards what its learner is asked again two lessons later
 */
public record Lesson(
        LessonSource source, Head head, Start start, List<Step> steps, List<Start> starts, List<Card> cards) {
    public Lesson {
        starts = List.copyOf(starts);
        steps = List.copyOf(steps);
        cards = List.copyOf(cards);
    }

    /**
     * What a list of lessons says of one.
     *
     * @param number its place in the course
     * @param name of its folder without the number
     * @param summary what it is about, in one sentence
     * @param minutes about how long it takes
     */
    public record Head(int number, String name, String title, String summary, int minutes) {}

    public int number() {
        return head.number();
    }

    public String name() {
        return head.name();
    }

    public String title() {
        return head.title();
    }

    public int minutes() {
        return head.minutes();
    }

    /** The index of the step with a name, from 0. */
    public OptionalInt indexOf(String id) {
        return IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).id().equals(id))
                .findFirst();
    }

    /** Whether a step of another reading of this lesson puts the same on the desk. */
    public boolean beginsLike(Lesson other, int index) {
        return index < other.steps.size()
                && starts.get(index).equals(other.starts.get(index))
                && steps.get(index).actions().equals(other.steps.get(index).actions());
    }
}
