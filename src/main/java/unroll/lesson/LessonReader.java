package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Phase;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.TextFile;
import unroll.io.json.Fields;

/** Reads a lesson from its two files: what its steps do and measure, and what they say. */
final class LessonReader {
    private static final Map<String, Phase> PHASES =
            Map.of("forward", Phase.FORWARD, "backward", Phase.BACKWARD, "update", Phase.UPDATE);
    private static final Map<String, Boolean> ENDS = Map.of("start", false, "end", true);
    private static final int MOST_MINUTES = 120;

    /** Where a lesson finds the experiments that lie in its own folder. */
    @FunctionalInterface
    interface Own {
        TextFile read(String name) throws ReadProblem;
    }

    private final TextFile plan;
    private final TextFile text;
    private final Own own;

    LessonReader(TextFile plan, TextFile text, Own own) {
        this.plan = plan;
        this.text = text;
        this.own = own;
    }

    Lesson read() throws ReadProblem {
        Fields fields = Fields.of(plan);
        LessonText said = LessonText.read(text);
        int number = fields.whole("number", 1, 99);
        String name = fields.text("name");
        int minutes = fields.whole("minutes", 1, MOST_MINUTES);
        Experiment experiment = experiment(fields.text("experiment"));
        List<Step> steps = new ArrayList<>();
        for (Fields step : fields.objects("steps")) {
            steps.add(step(step, said));
        }
        fields.end();
        if (steps.isEmpty()) {
            throw fields.problem("steps", "expected at least one step");
        }
        if (steps.size() != said.sections().size()) {
            throw new ReadProblem(text.name(), "", "has steps that " + plan.name() + " does not name", "");
        }
        return new Lesson(number, name, said.title(), minutes, experiment, steps);
    }

    /** A built-in experiment, or one of the lesson's own, whose name begins with a point and a stroke. */
    private Experiment experiment(String name) throws ReadProblem {
        return name.startsWith("./")
                ? ExperimentFile.of(own.read(name.substring(2))).experiment()
                : ExperimentFile.builtIn(name).experiment();
    }

    private Step step(Fields fields, LessonText said) throws ReadProblem {
        String id = fields.text("id");
        LessonText.Section section = said.sections().get(id);
        if (section == null) {
            throw new ReadProblem(text.name(), "", "has no step “## " + id + " | Title”", "write it");
        }
        List<Action> actions = new ArrayList<>();
        if (fields.has("do")) {
            for (Fields action : fields.objects("do")) {
                actions.add(action(action));
            }
        }
        Optional<Fields> goal = fields.optionalObject("goal");
        fields.end();
        if (goal.isPresent() != section.task().isPresent()) {
            String line = "line " + (section.line() + 1);
            throw new ReadProblem(
                    text.name(), line, "a task needs both its text here and its goal in " + plan.name(), "");
        }
        Optional<Step.Task> task = goal.isPresent()
                ? Optional.of(new Step.Task(section.task().orElseThrow(), goal(goal.get())))
                : Optional.empty();
        return new Step(id, section.title(), section.text(), actions, section.prediction(), task);
    }

    private Action action(Fields fields) throws ReadProblem {
        Action action;
        if (fields.has("open")) {
            action = new Action.Open(experiment(fields.text("open")));
        } else if (fields.has("set")) {
            action = new Action.SetField(fields.text("set"), fields.text("to"));
        } else if (fields.has("move")) {
            action = new Action.MoveTo(fields.choice("move", PHASES), fields.choice("at", ENDS));
        } else if (fields.has("lane")) {
            action = new Action.ShowLane(fields.text("lane"));
        } else {
            throw fields.problem("do", "expected one of open, set, move, lane");
        }
        fields.end();
        return action;
    }

    private static Goal goal(Fields fields) throws ReadProblem {
        Goal goal;
        if (fields.has("within")) {
            goal = within(fields);
        } else if (fields.has("ran")) {
            goal = new Goal.Ran(fields.choice("ran", PHASES));
        } else if (fields.has("atFirstBelow")) {
            goal = new Goal.AtFirstBelow(fields.positive("atFirstBelow"));
        } else {
            throw fields.problem("goal", "expected one of within, ran, atFirstBelow");
        }
        fields.end();
        return goal;
    }

    private static Goal within(Fields fields) throws ReadProblem {
        String name = fields.text("within");
        if (!Measurements.isName(name)) {
            throw fields.problem("within", "expected the name of a measured number, found " + name);
        }
        return new Goal.Within(name, fields.number("from"), fields.number("to"), fields.texts("keep"));
    }
}
