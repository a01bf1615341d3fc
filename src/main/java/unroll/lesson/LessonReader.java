package unroll.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;
import unroll.io.json.Fields;

/** Reads a lesson from its two files: what its steps do and measure, and what they say. */
final class LessonReader {
    private static final String PLAN = "lesson.json";
    private static final int MOST_MINUTES = 120;

    private final LessonSource source;
    private final TextFile plan;
    private final TextFile text;
    private final ActionReader actions;

    private LessonReader(LessonSource source, TextFile plan, TextFile text) {
        this.source = source;
        this.plan = plan;
        this.text = text;
        this.actions = new ActionReader(source);
    }

    /**
     * Reads a lesson's files.
     *
     * @param language the one that is wanted; a lesson that is not told in it is read in English
     */
    static Lesson read(LessonSource source, String language) throws ReadProblem {
        String wanted = "text." + language + ".md";
        String english = "text.en.md";
        String chinese = "text.zh.md";
        String file = source.has(wanted) ? wanted : source.has(english) || !source.has(chinese) ? english : chinese;
        return new LessonReader(source, source.file(PLAN), source.file(file)).read();
    }

    private Lesson read() throws ReadProblem {
        Fields fields = Fields.withLines(plan);
        LessonText said = LessonText.read(text);
        Lesson.Head head = new Lesson.Head(
                fields.whole("number", 1, 99),
                fields.text("name"),
                said.title(),
                said.summary(),
                fields.whole("minutes", 1, MOST_MINUTES));
        Start start = Start.of(actions.experiment(fields, "experiment"));
        List<Step> steps = new ArrayList<>();
        List<Start> starts = new ArrayList<>();
        Start reached = start;
        for (Fields step : fields.objects("steps")) {
            steps.add(step(step, said));
            reached = after(step, steps.get(steps.size() - 1), reached);
            starts.add(reached);
        }
        fields.end();
        if (steps.isEmpty()) {
            throw fields.problem("steps", Phrase.of("problem.noStep"));
        }
        checkAllAreNamed(said, steps);
        return new Lesson(source, head, start, steps, starts, said.cards());
    }

    private void checkAllAreNamed(LessonText said, List<Step> steps) throws ReadProblem {
        List<String> ids = steps.stream().map(Step::id).toList();
        for (var each : said.sections().entrySet()) {
            if (!ids.contains(each.getKey())) {
                throw textProblem(
                        each.getValue(),
                        Phrase.of("problem.stepNotInPlan", each.getKey(), plan.name()),
                        Phrase.of("problem.wayOut.addThere"));
            }
        }
    }

    private ReadProblem textProblem(LessonText.Section section, Phrase expectation, Phrase wayOut) {
        Phrase place = Phrase.of("problem.place.line", section.line() + 1);
        return new ReadProblem(text.name(), place, expectation, wayOut);
    }

    private Start after(Fields fields, Step step, Start before) throws ReadProblem {
        Start reached = before;
        for (Action action : step.actions()) {
            try {
                reached = action.after(reached);
            } catch (ReadProblem wrong) {
                throw fields.problem("do", wrong.phrase());
            }
        }
        return reached;
    }

    private Step step(Fields fields, LessonText said) throws ReadProblem {
        String id = fields.text("id");
        LessonText.Section section = said.sections().get(id);
        if (section == null) {
            throw new ReadProblem(
                    text.name(),
                    Phrase.NONE,
                    Phrase.of("problem.stepNotInText", id),
                    Phrase.of("problem.wayOut.writeIt"));
        }
        List<Action> done = actions.read(fields, "do");
        List<Action> whenWrong = actions.read(fields, "whenWrong");
        Optional<Fields> goal = fields.optionalObject("goal");
        fields.end();
        if (goal.isPresent() != section.task().isPresent()) {
            throw textProblem(section, Phrase.of("problem.taskAndGoal", plan.name()), Phrase.NONE);
        }
        Optional<Step.Task> task = goal.isPresent()
                ? Optional.of(task(section.task().orElseThrow(), GoalReader.read(goal.get())))
                : Optional.empty();
        return new Step(id, section.title(), section.text(), done, prediction(section, whenWrong), task);
    }

    private static Step.Task task(LessonText.Told told, Goal goal) {
        return new Step.Task(told.marking(), told.text(), goal, told.hints());
    }

    private Optional<Prediction> prediction(LessonText.Section section, List<Action> whenWrong) throws ReadProblem {
        if (section.question().isEmpty()) {
            return Optional.empty();
        }
        LessonText.Question question = section.question().get();
        try {
            return Optional.of(new Prediction(question.text(), question.choices(), whenWrong));
        } catch (IllegalArgumentException wrong) {
            throw textProblem(section, Phrase.verbatim(wrong.getMessage()), Phrase.NONE);
        }
    }
}
