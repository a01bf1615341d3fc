package unroll.lesson;

import java.util.List;

/**
 * A question that is asked before its answer can be seen.
 *
 * @param whenWrong what is done to the debugger after a wrong answer: it shows the place that decides the question
 */
public record Prediction(Prose question, List<Choice> choices, List<Action> whenWrong) {
    public Prediction {
        choices = List.copyOf(choices);
        whenWrong = List.copyOf(whenWrong);
        if (choices.stream().filter(Choice::right).count() != 1) {
            throw new IllegalArgumentException("expected exactly one right answer, marked with [x]");
        }
    }

    /**
     * An answer to choose.
     *
     * @param reply what is said to whoever chooses it: for a wrong one, the misconception and where to look
     */
    public record Choice(String text, boolean right, String reply) {}
}
