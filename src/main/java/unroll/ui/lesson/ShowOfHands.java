package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of a class have raised their hands for each answer to a question.
 *
 * @param answers how many answers there are
 * @param raised an answer's index for each hand, in the order in which they were counted
 * @param revealed whether the right answer is shown; no hand is counted any more then
 */
public record ShowOfHands(int answers, List<Integer> raised, boolean revealed) {
    public ShowOfHands {
        raised = List.copyOf(raised);
    }

    /** No hands yet. */
    static ShowOfHands of(int answers) {
        return new ShowOfHands(answers, List.of(), false);
    }

    /** One hand more; the same where there is no such answer or it is too late. */
    ShowOfHands with(int answer) {
        if (revealed || answer < 0 || answer >= answers) {
            return this;
        }
        List<Integer> more = new ArrayList<>(raised);
        more.add(answer);
        return new ShowOfHands(answers, more, false);
    }

    /** Without the hand that was counted last. */
    ShowOfHands withoutLast() {
        return revealed || raised.isEmpty()
                ? this
                : new ShowOfHands(answers, raised.subList(0, raised.size() - 1), false);
    }

    ShowOfHands asRevealed() {
        return new ShowOfHands(answers, raised, true);
    }

    /** The hands for an answer. */
    public int count(int answer) {
        return (int) raised.stream().filter(each -> each == answer).count();
    }

    /** Those for an answer as a share of those for the most popular one; 0 while there are none. */
    double share(int answer) {
        int most = 0;
        for (int i = 0; i < answers; i++) {
            most = Math.max(most, count(i));
        }
        return most == 0 ? 0 : (double) count(answer) / most;
    }
}
