package unroll.ui.lesson;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import unroll.debug.Program;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.LessonProgress;
import unroll.lesson.Action;
import unroll.lesson.Lesson;
import unroll.lesson.Marking;
import unroll.lesson.Measurements;
import unroll.lesson.Picked;
import unroll.lesson.Prediction;
import unroll.lesson.Scene;
import unroll.lesson.Start;
import unroll.lesson.Step;
import unroll.run.ProgressStore;
import unroll.run.Snapshot;
import unroll.ui.state.Messages;
import unroll.ui.state.Notice;
import unroll.ui.state.Workbench;

/** A learner's way through a lesson: which step, what it has done with the debugger, what is answered and reached. */
public final class LessonSession {
    private final Workbench workbench;
    private final Messages messages;
    private final ProgressStore store;
    private final WorkbenchDesk desk;
    private Optional<Measurements> measured = Optional.empty();
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper(this, "answered");
    private final ReadOnlyBooleanWrapper marked = new ReadOnlyBooleanWrapper(this, "marked");
    private final ReadOnlyBooleanWrapper reached = new ReadOnlyBooleanWrapper(this, "reached");

    /** The experiment as the step set it; null while a step is being entered and nothing may be measured yet. */
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

        /** Whether it is the same step, be it in another language or after its files have changed. */
        public boolean isSameStepAs(Page other) {
            return lesson.source().equals(other.lesson.source()) && index == other.index;
        }

        public boolean isLast() {
            return index + 1 == lesson.steps().size();
        }
    }

    public LessonSession(Workbench workbench, Messages messages, ProgressStore store) {
        this.workbench = workbench;
        this.messages = messages;
        this.store = store;
        this.desk = new WorkbenchDesk(workbench);
        listen();
    }

    private LessonSession(Workbench workbench, Messages messages, LessonSession before) {
        this.workbench = workbench;
        this.messages = messages;
        this.store = before.store;
        this.desk = new WorkbenchDesk(workbench);
        page.set(before.page.get());
        answered.set(before.answered.get());
        marked.set(before.marked.get());
        reached.set(before.reached.get());
        start = before.start;
        listen();
    }

    /** The same way in another language, on a workbench that has taken over from this one's. */
    public LessonSession in(Workbench successor, Messages language) {
        return new LessonSession(successor, language, this);
    }

    private void listen() {
        workbench.lesson().subscribe(this::open);
        workbench.debugger().subscribe(this::follow);
        workbench.snapshot().subscribe(this::follow);
        workbench.selection().subscribe(this::measurePicked);
    }

    /** What is open; null before a lesson is. When it changes, all that is said of its step here is already true. */
    public ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /** Whether the step's question has been answered rightly; true where it has none. */
    public ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /** Whether the line with the fault has been marked; true where the step shows no program. */
    public ReadOnlyBooleanProperty marked() {
        return marked.getReadOnlyProperty();
    }

    /** Whether the step's goal has been measured; true where it has none. */
    public ReadOnlyBooleanProperty reached() {
        return reached.getReadOnlyProperty();
    }

    /** Goes on with a lesson where its learner left it, or takes the lesson that is open in another reading. */
    private void open(Lesson opened) {
        if (opened == null) {
            page.set(null);
        } else if (page.get() != null && page.get().lesson().source().equals(opened.source())) {
            replace(opened);
        } else {
            int index = opened.indexOf(progress(opened).step()).orElse(0);
            enterAnew(new Page(opened, index));
        }
    }

    /** The same lesson in another language or after its files have changed: the step stays, and so does its state. */
    private void replace(Lesson reading) {
        Page before = page.get();
        int index = reading.indexOf(before.step().id())
                .orElse(Math.min(before.index(), reading.steps().size() - 1));
        Page same = new Page(reading, index);
        if (index == before.index() && before.lesson().beginsLike(reading, index)) {
            show(same);
            follow();
        } else {
            enterAnew(same);
        }
    }

    private LessonProgress progress(Lesson lesson) {
        return store.of(lesson.source().key());
    }

    private void note(UnaryOperator<LessonProgress> change) {
        Lesson lesson = page.get().lesson();
        store.set(lesson.source().key(), change.apply(progress(lesson)));
        store.failure().ifPresent(failure -> workbench.notice().set(Notice.error(messages.reason(failure))));
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

    /** On to the next step, whatever is left to do here: it begins as if this one were done. */
    public void skip() {
        if (canGoOn()) {
            next();
        } else if (page.get() != null && !page.get().isLast()) {
            enterAnew(new Page(page.get().lesson(), page.get().index() + 1));
        }
    }

    /** Back to the step before. */
    public void back() {
        if (page.get() != null && !page.get().isFirst()) {
            enterAnew(new Page(page.get().lesson(), page.get().index() - 1));
        }
    }

    /** This step from its beginning; what was answered stays answered. */
    public void restart() {
        enterAnew(page.get());
    }

    /** The lesson from its first step, as if nothing had been done in it. */
    public void startOver() {
        store.forget(page.get().lesson().source().key());
        enterAnew(new Page(page.get().lesson(), 0));
    }

    /** Puts on the desk what the steps before leave there, whatever was done since, and enters. */
    private void enterAnew(Page entered) {
        Lesson lesson = entered.lesson();
        Start before = entered.isFirst() ? lesson.start() : lesson.starts().get(entered.index() - 1);
        desk.clear();
        desk.open(before);
        enter(entered);
    }

    private void enter(Page entered) {
        workbench.playing().set(false);
        desk.clear();
        start = null;
        show(entered);
        for (Action action : entered.step().actions()) {
            action.doOn(desk);
        }
        start = workbench.experiment().get();
        note(progress -> progress.at(entered.step().id()));
        follow();
    }

    private void show(Page shown) {
        LessonProgress progress = progress(shown.lesson());
        Step step = shown.step();
        answered.set(step.prediction().isEmpty() || progress.answered().contains(step.id()));
        marked.set(step.marking().isEmpty() || progress.answered().contains(step.lineId()));
        reached.set(step.task().isEmpty() || progress.reached().contains(step.id()));
        page.set(shown);
    }

    private boolean isReady() {
        return page.get() != null && start != null && desk.isTraced();
    }

    /** Does what waited for the trace of the step's experiment, holds the cursor at a question, measures the goal. */
    private void follow() {
        if (!isReady()) {
            return;
        }
        if (desk.doNext()) {
            follow();
            return;
        }
        if (!answered.get() && runsAhead()) {
            workbench.playing().set(false);
            workbench.notice().set(Notice.info(messages.text("lesson.answerFirst")));
            workbench.stepping().moveTo(questionCursor());
            return;
        }
        measure();
    }

    private void measure() {
        if (answered.get() && marked.get() && !reached.get() && goalIsMet()) {
            note(progress -> progress.withReached(step().id()));
            reached.set(true);
        }
        if (page.get().isLast() && answered.get() && reached.get()) {
            note(LessonProgress::asFinished);
        }
    }

    /** The selection also changes while a trace is taken over; what waits for that trace must not be done before it. */
    private void measurePicked() {
        if (isReady() && desk.isIdle()) {
            measure();
        }
    }

    /** Where the step put the cursor: the question is about what comes after it. */
    private int questionCursor() {
        Program program = workbench.debugger().get().program();
        return step().actions().stream()
                .filter(Action.MoveTo.class::isInstance)
                .map(Action.MoveTo.class::cast)
                .reduce((first, last) -> last)
                .map(move -> move.place().cursor(program))
                .orElse(program.size());
    }

    private boolean runsAhead() {
        return workbench.debugger().get().cursor() > questionCursor();
    }

    private boolean goalIsMet() {
        return step().task().isPresent()
                && step().task().get().goal().isMet(measurements().orElseThrow(), start);
    }

    /** Gives an answer; the right one opens the way, a wrong one shows the place that decides it. */
    public boolean answer(Prediction.Choice choice) {
        if (choice.right()) {
            note(progress -> progress.withAnswered(step().id()));
            answered.set(true);
        } else {
            step().prediction().ifPresent(asked -> asked.whenWrong().forEach(action -> action.doOn(desk)));
        }
        follow();
        return choice.right();
    }

    /** Marks a line of the step's program, from 1. */
    public Marking.Reply mark(int line) {
        Marking.Reply reply = step().marking().orElseThrow().of(line);
        if (reply.right()) {
            note(progress -> progress.withAnswered(step().lineId()));
            marked.set(true);
            follow();
        }
        return reply;
    }

    /** What can be measured where the debugger stands; empty before there is a trace. */
    public Optional<Measurements> measurements() {
        Optional<Measurements> earlier = measured;
        measured = desk.isTraced() ? Optional.of(new Measurements(scene(), earlier)) : Optional.empty();
        return measured;
    }

    private Scene scene() {
        Setup setup = workbench.setup().get();
        Snapshot trained = workbench.snapshot().get();
        Scene scene = trained == null
                ? Scene.untrained(setup, workbench.probing().probe().get(), workbench.knowledge())
                : new Scene(
                        setup,
                        workbench.probing().probe().get(),
                        workbench.knowledge(),
                        trained.metrics(),
                        trained.progress().iteration(),
                        Optional.empty());
        return scene.withPicked(Optional.ofNullable(workbench.selection().get())
                .map(selected -> new Picked(selected.site(), selected.t(), selected.unit())));
    }
}
