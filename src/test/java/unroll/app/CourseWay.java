package unroll.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import org.testfx.util.WaitForAsyncUtils;
import unroll.core.model.Phase;
import unroll.core.trace.Trace;
import unroll.experiment.ByHand;
import unroll.lesson.Lesson;
import unroll.lesson.Prediction;
import unroll.lesson.Step;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.state.ParameterEntry;
import unroll.ui.state.Selection;
import unroll.ui.state.Workbench;

/** Takes a lesson in the window from its first step to its last, doing what its text says. */
final class CourseWay {
    private static final int SECONDS = 120;

    private final Window window;
    private final BiConsumer<Step, String> look;

    /**
     * Stands in an open window.
     *
     * @param look is called twice at every step: where it is entered, and where it is done
     */
    CourseWay(Window window, BiConsumer<Step, String> look) {
        this.window = window;
        this.look = look;
    }

    private Workbench workbench() {
        return window.workbench();
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void act(Runnable action) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, action);
        await(() -> workbench().training().get() || !workbench().busy().get());
    }

    private <N extends Node> N node(String selector, Class<N> type) {
        return type.cast(window.stage().getScene().lookup(selector));
    }

    /** The way on is open, or the last step says that the lesson is done. */
    private boolean isDone() {
        return !node("#nextButton", Button.class).isDisabled()
                || node("#whyLabel", Label.class)
                        .getText()
                        .equals(window.wiring().messages().text("lesson.finished"));
    }

    /** Takes a lesson, by its place in the list. */
    void take(int index) throws TimeoutException {
        LessonShelf lessons = window.wiring().lessons();
        act(() -> lessons.whenRead(read -> lessons.open(read.get(index))));
        await(() -> workbench().lesson().get() != null && workbench().debugger().get() != null);
        Lesson lesson = workbench().lesson().get();
        for (Step step : lesson.steps()) {
            await(() -> isTraced());
            take(lesson, step);
            act(() -> node("#nextButton", Button.class).fire());
        }
        assertTrue(lessons.progress(lesson).finished(), lesson.name());
    }

    private boolean isTraced() {
        return workbench().setup().get() != null
                && workbench()
                        .setup()
                        .get()
                        .experiment()
                        .equals(workbench().experiment().get());
    }

    private void take(Lesson lesson, Step step) throws TimeoutException {
        look.accept(step, "begin");
        boolean asks = step.prediction().isPresent() || step.task().isPresent();
        assertEquals(!asks, isDone(), lesson.name() + "/" + step.id() + " is open only if it asks nothing");
        if (step.prediction().isPresent()) {
            answer(step.prediction().get());
        }
        if (step.task().isPresent()) {
            assertFalse(isDone(), lesson.name() + "/" + step.id());
            CourseTasks.BY_STEP.get(lesson.name() + "/" + step.id()).onWay(this);
        }
        await(this::isDone);
        act(workbench()::pause);
        look.accept(step, "done");
    }

    private void answer(Prediction prediction) throws TimeoutException {
        List<Prediction.Choice> choices = prediction.choices();
        for (boolean right : new boolean[] {false, true}) {
            String text = choices.stream()
                    .filter(choice -> choice.right() == right)
                    .findFirst()
                    .orElseThrow()
                    .text();
            act(() -> node("#lessonBody", Node.class).lookupAll(".radio-button").stream()
                    .map(RadioButton.class::cast)
                    .filter(button -> button.getText().equals(text))
                    .forEach(RadioButton::fire));
        }
    }

    void runTo(Phase phase) throws TimeoutException {
        act(() -> workbench()
                .stepping()
                .moveTo(workbench().debugger().get().program().end(phase)));
    }

    void set(String path, Object value) throws TimeoutException {
        act(() -> workbench().edit(path, value));
    }

    void input(int t, int unit, double value) throws TimeoutException {
        act(() -> workbench().probing().change(new ByHand.Place(t, unit), value));
    }

    void type(String text) throws TimeoutException {
        act(() -> workbench().probing().type(text));
    }

    /** Selects a number so many steps before the last. */
    void select(String quantity, int before, int unit) throws TimeoutException {
        act(() -> {
            Trace trace = workbench().trace().get();
            trace.sites().stream()
                    .filter(site -> site.quantity().id().equals(quantity))
                    .findFirst()
                    .map(site -> new Selection(site, false, trace.steps() - before, unit))
                    .ifPresent(workbench().selection()::set);
        });
    }

    void weight(String name, int index, double value) throws TimeoutException {
        act(() -> workbench().weights().set(new ParameterEntry(name, index), value));
    }

    void train() throws TimeoutException {
        act(workbench()::train);
    }

    /** Large inputs saturate the steps after the second, so that nothing comes back from them. */
    void flattenLaterSteps() throws TimeoutException {
        for (int t = 3; t <= 6; t++) {
            input(t, 0, 30);
            input(t, 1, 30);
        }
    }

    /** A line at a time, until what is looked for has been found. */
    void stepUntilReached() throws TimeoutException {
        act(() -> {
            while (!isDone() && workbench().debugger().get().next().isPresent()) {
                workbench().stepping().into();
            }
        });
    }
}
