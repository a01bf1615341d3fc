package unroll.lesson;

import java.util.List;

/** A question that is asked before its answer can be seen. */
public record Prediction(Prose question, List<Choice> choices) {
    public Prediction {
        choices = List.copyOf(choices);
        if (choices.stream().filter(Choice::right).count() != 1) {
            throw new IllegalArgumentException("a prediction needs exactly one right answer");
        }
    }

    /**
     * An answer to choose.
     *
     * @param reply what is said to whoever chooses it: for a wrong one, the misconception and where to look
     */
    public record Choice(String text, boolean right, String reply) {}
}
