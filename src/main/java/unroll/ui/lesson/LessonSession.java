package unroll.ui.lesson;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.debug.Program;
import unroll.experiment.Experiment;
import unroll.lesson.Action;
import unroll.lesson.Lesson;
import unroll.lesson.Measurements;
import unroll.lesson.Prediction;
import unroll.lesson.Step;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** A learner's way through a lesson: which step, what it has done with the debugger, what is answered and reached. */
public final class LessonSession {
    private final Workbench workbench;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper(this, "answered");
    private final ReadOnlyBooleanWrapper reached = new ReadOnlyBooleanWrapper(this, "reached");
    private final Set<String> answeredSteps = new HashSet<>();
    private final Set<String> reachedSteps = new HashSet<>();
    private final Deque<Action.MoveTo> moves = new ArrayDeque<>();
    private Experiment start;

    /**
     * A step of a lesson.
     *
     * @param index of the step, from 0
     */
    public record Page(Lesson lesson, int index) {
        public Step step() {
            return lesson.steps().get(index);
        }

        public boolean isFirst() {
            return index == 0;
        }

        public boolean isLast() {
            return index + 1 == lesson.steps().size();
        }
    }

    public LessonSession(Workbench workbench, Messages messages) {
        this.workbench = workbench;
        this.messages = messages;
        workbench.debugger().subscribe(this::follow);
        workbench.lesson().subscribe(opened -> {
            if (opened != null) {
                open(opened);
            }
        });
    }

    /** What is open; null before a lesson is. When it changes, all that is said of its step here is already true. */
    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** Whether the step's question has been answered rightly; true where it has none. */
    public ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Whether the step's goal has been measured; true where it has none. */
    public ReadOnlyBooleanProperty reached() {
        return reached.getReadOnlyProperty();
    }

    /** Begins a lesson at its first step. */
    private void open(Lesson opened) {
        answeredSteps.clear();
        reachedSteps.clear();
        workbench.open(opened.experiment());
        enter(new Page(opened, 0));
    }

    private Step step() {
        return page.get().step();
    }

    /** Whether the step is done and another follows. */
    public boolean canGoOn() {
        return page.get() != null && !page.get().isLast() && answered.get() && reached.get();
    }

    /** On to the next step, once this one is done. */
    public void next() {
        if (canGoOn()) {
            enter(new Page(page.get().lesson(), page.get().index() + 1));
        }
    }

    /** Back to the step before. */
    public void back() {
        if (page.get() != null && !page.get().isFirst()) {
            enter(new Page(page.get().lesson(), page.get().index() - 1));
        }
    }

    /** This step from its beginning; what was answered stays answered. */
    public void restart() {
        enter(page.get());
    }

    private void enter(Page entered) {
        workbench.playing().set(false);
        Step step = entered.step();
        moves.clear();
        answered.set(step.prediction().isEmpty() || answeredSteps.contains(step.id()));
        reached.set(step.task().isEmpty() || reachedSteps.contains(step.id()));
        page.set(entered);
        for (Action action : step.actions()) {
            carryOut(action);
        }
        start = workbench.experiment().get();
        follow();
    }

    private void carryOut(Action action) {
        if (action instanceof Action.Open open) {
            if (!open.experiment().equals(workbench.experiment().get())) {
                workbench.open(open.experiment());
            }
        } else if (action instanceof Action.SetField field) {
            workbench.edit(field.path(), field.value());
        } else if (action instanceof Action.MoveTo move) {
            moves.add(move);
        } else if (action instanceof Action.ShowLane lane
                && !workbench.shownLanes().contains(lane.lane())) {
            workbench.shownLanes().add(lane.lane());
        }
    }

    /** Moves once the trace of the step's experiment is there, holds the cursor at a question, measures the goal. */
    private void follow() {
        if (page.get() == null || !isCurrent()) {
            return;
        }
        if (!moves.isEmpty()) {
            moveTo(moves.poll());
            return;
        }
        if (!answered.get() && runsAhead()) {
            workbench.playing().set(false);
            workbench.notice().set(Notice.info(messages.text("lesson.answerFirst")));
            workbench.stepping().moveTo(questionCursor());
            return;
        }
        if (answered.get() && !reached.get() && goalIsMet()) {
            reachedSteps.add(step().id());
            reached.set(true);
        }
    }

    private boolean isCurrent() {
        return workbench.debugger().get() != null
                && workbench.setup().get() != null
                && workbench
                        .setup()
                        .get()
                        .experiment()
                        .equals(workbench.experiment().get());
    }

    private void moveTo(Action.MoveTo move) {
        Program program = workbench.debugger().get().program();
        int cursor = move.atEnd() ? program.end(move.phase()) : program.start(move.phase());
        if (workbench.debugger().get().cursor() == cursor) {
            follow();
        } else {
            workbench.stepping().moveTo(cursor);
        }
    }

    /** Where the step put the cursor: the question is about what comes after it. */
    private int questionCursor() {
        Program program = workbench.debugger().get().program();
        return step().actions().stream()
                .filter(Action.MoveTo.class::isInstance)
                .map(Action.MoveTo.class::cast)
                .reduce((first, last) -> last)
                .map(move -> move.atEnd() ? program.end(move.phase()) : program.start(move.phase()))
                .orElse(program.size());
    }

    private boolean runsAhead() {
        return workbench.debugger().get().cursor() > questionCursor();
    }

    private boolean goalIsMet() {
        return step().task().isPresent()
                && step().task().get().goal().isMet(measurements().orElseThrow(), start);
    }

    /** Gives an answer; the right one opens the way. */
    public boolean answer(Prediction.Choice choice) {
        if (choice.right()) {
            answeredSteps.add(step().id());
            answered.set(true);
            follow();
        }
        return choice.right();
    }

    /** What can be measured where the debugger stands; empty before there is a trace. */
    public Optional<Measurements> measurements() {
        return isCurrent()
                ? Optional.of(new Measurements(workbench.experiment().get(), workbench.knowledge()))
                : Optional.empty();
    }
}
