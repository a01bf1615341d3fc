package unroll.io;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How far a learner has come in a lesson.
 *
 * @param step the name of the step that was open last; empty before the first
 * @param answered names of the steps whose question was answered rightly
 * @param reached names of the steps whose goal was measured
 * @param known numbers, from 1, of the lesson's review cards that the learner knew when they came back
 * @param finished whether the last step was done
 */
public record LessonProgress(
        String step, Set<String> answered, Set<String> reached, Set<Integer> known, boolean finished) {
    /** Before the first step. */
    public static final LessonProgress NONE = new LessonProgress("", Set.of(), Set.of(), Set.of(), false);

    public LessonProgress {
        answered = Collections.unmodifiableSet(new LinkedHashSet<>(answered));
        reached = Collections.unmodifiableSet(new LinkedHashSet<>(reached));
        known = Collections.unmodifiableSet(new LinkedHashSet<>(known));
    }

    /** Whether any step was opened. */
    public boolean isBegun() {
        return !step.isEmpty();
    }

    public LessonProgress at(String opened) {
        return new LessonProgress(opened, answered, reached, known, finished);
    }

    public LessonProgress withAnswered(String name) {
        return new LessonProgress(step, with(answered, name), reached, known, finished);
    }

    public LessonProgress withReached(String name) {
        return new LessonProgress(step, answered, with(reached, name), known, finished);
    }

    public LessonProgress withKnown(int card) {
        return new LessonProgress(step, answered, reached, with(known, card), finished);
    }

    public LessonProgress asFinished() {
        return new LessonProgress(step, answered, reached, known, true);
    }

    private static <T> Set<T> with(Set<T> set, T added) {
        Set<T> more = new LinkedHashSet<>(set);
        more.add(added);
        return more;
    }
}
