package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unroll.core.model.Phase;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.json.Fields;

/** Reads what a task measures. */
final class GoalReader {
    /** How lessons call the phases. */
    static final Map<String, Phase> PHASES =
            Map.of("forward", Phase.FORWARD, "backward", Phase.BACKWARD, "update", Phase.UPDATE);

    private GoalReader() {}

    static Goal read(Fields fields) throws ReadProblem {
        Goal goal;
        if (fields.has("within")) {
            goal = within(fields);
        } else if (fields.has("ran")) {
            goal = new Goal.Ran(fields.choice("ran", PHASES));
        } else if (fields.has("atFirstBeyond")) {
            goal = new Goal.AtFirstBeyond(fields.positive("atFirstBeyond"));
        } else if (fields.has("all")) {
            goal = all(fields);
        } else {
            throw fields.problem("", Phrase.of("problem.expectedOneOf", "within, ran, atFirstBeyond, all"));
        }
        fields.end();
        return goal;
    }

    private static Goal all(Fields fields) throws ReadProblem {
        List<Goal> goals = new ArrayList<>();
        for (Fields goal : fields.objects("all")) {
            goals.add(read(goal));
        }
        if (goals.isEmpty()) {
            throw fields.problem("all", Phrase.of("problem.noGoal"));
        }
        return new Goal.All(goals);
    }

    private static Goal within(Fields fields) throws ReadProblem {
        String name = fields.text("within");
        if (!Measurements.isName(name)) {
            throw fields.problem("within", Phrase.expected(Phrase.of("problem.what.measured"), name));
        }
        double low = fields.number("from");
        double high = fields.number("to");
        if (low > high) {
            throw fields.problem("to", Phrase.expected(Phrase.of("problem.what.from", low), high));
        }
        List<String> kept = fields.has("keep") ? fields.texts("keep") : List.of();
        return new Goal.Within(name, low, high, kept);
    }
}
