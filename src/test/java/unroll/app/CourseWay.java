package unroll.app;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
import unroll.experiment.ByHand;
import unroll.lesson.Lesson;
import unroll.lesson.Prediction;
import unroll.lesson.Step;
import unroll.ui.lesson.LessonShelf;
import unroll.ui.state.ParameterEntry;
import unroll.ui.state.Workbench;

/** Takes a lesson in the window from its first step to its last, doing what its text says. */
final class CourseWay {
    private static final int SECONDS = 120;
    private static final String BY_NORM = "{\"kind\": \"norm\", \"threshold\": 1}";
    private static final String SMALL = "{\"kind\": \"normal\", \"deviation\": 0.01}";

    /** What is to be done at a step, by the names of the lesson and the step. */
    private static final Map<String, Hand> TASKS = Map.ofEntries(
            entry("unrolled/first", way -> way.runTo(Phase.FORWARD)),
            entry("unrolled/same", way -> way.runTo(Phase.FORWARD)),
            entry("unrolled/predict", way -> way.set("task.length", 60)),
            entry("unrolled/taller", way -> way.set("model.hidden", 5)),
            entry("unrolled/reach", way -> way.input(4, 0, 1)),
            entry("forward/by-hand", way -> way.runTo(Phase.FORWARD)),
            entry("forward/double", way -> way.set("task.deviation", 2)),
            entry("forward/memory", way -> {
                way.input(2, 0, 0);
                way.input(2, 1, 0);
                way.runTo(Phase.FORWARD);
            }),
            entry("forward/loss", way -> way.runTo(Phase.FORWARD)),
            entry("forward/bias", way -> way.weight("bias_ih_l0", 1, -1.01)),
            entry("backward/last", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/two", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/share", way -> way.runTo(Phase.BACKWARD)),
            entry("backward/largest", CourseWay::flattenLaterSteps),
            entry("backward/check", way -> way.weight("weight_hh_l0", 0, 0.01)),
            entry("backward/downhill", way -> way.set("optimiser.rate", 0.03)),
            entry("backward/too-far", way -> {
                way.set("optimiser.rate", 0.5);
                way.runTo(Phase.UPDATE);
            }),
            entry("vanishing-gradients/one-unit", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/fade", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/predict", way -> way.runTo(Phase.BACKWARD)),
            entry("vanishing-gradients/saturate", way -> way.set("task.deviation", 1.5)),
            entry("vanishing-gradients/where", CourseWay::stepUntilReached),
            entry("vanishing-gradients/keep-it", way -> way.set("initialiser.gain", 1)),
            entry("exploding-gradients/grow", way -> way.runTo(Phase.BACKWARD)),
            entry("exploding-gradients/predict", way -> way.runTo(Phase.FORWARD)),
            entry("exploding-gradients/where", CourseWay::stepUntilReached),
            entry("exploding-gradients/sensitive", way -> way.input(1, 0, 0.702716)),
            entry("exploding-gradients/radius", way -> way.runTo(Phase.BACKWARD)),
            entry("exploding-gradients/nan", CourseWay::train),
            entry("exploding-gradients/hold-it", way -> way.set("initialiser.gain", 1.3)),
            entry("clipping/factor", way -> way.runTo(Phase.UPDATE)),
            entry("clipping/shape", way -> way.runTo(Phase.UPDATE)),
            entry("clipping/order", CourseWay::train),
            entry("clipping/solve", way -> {
                way.set("clipping", BY_NORM);
                way.train();
            }),
            entry("lstm/column", way -> way.runTo(Phase.FORWARD)),
            entry("lstm/valve", way -> way.set("initialiser.forgetBias", 4.27)),
            entry("lstm/road", way -> way.runTo(Phase.BACKWARD)),
            entry("lstm/predict", CourseWay::train),
            entry("lstm/half", CourseWay::train),
            entry("lstm/one-number", way -> {
                way.set("initialiser.forgetBias", 3);
                way.train();
            }),
            entry("gru/column", way -> way.runTo(Phase.FORWARD)),
            entry("gru/saved", way -> way.set("model.cell", "lstm")),
            entry("gru/keeping", way -> way.runTo(Phase.BACKWARD)),
            entry("gru/twins", way -> way.set("model.cell", "gru-before")),
            entry("gru/predict", CourseWay::train),
            entry("gru/worse", CourseWay::train),
            entry("gru/one-bias", way -> {
                way.set("initialiser.updateBias", 2);
                way.train();
            }),
            entry("initialisation/task", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/six", way -> way.set("initialiser.recurrentWeight", SMALL)),
            entry("initialisation/large", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/predict", way -> way.runTo(Phase.BACKWARD)),
            entry("initialisation/identity", way -> way.set("initialiser.preset", "identity")),
            entry("initialisation/both", way -> way.set("initialiser.recurrentWeight", "{\"kind\": \"orthogonal\"}")),
            entry("truncation/cut", way -> way.runTo(Phase.BACKWARD)),
            entry("truncation/carry", way -> way.input(10, 0, -1)),
            entry("truncation/short", CourseWay::train),
            entry("truncation/smallest", way -> {
                way.set("training.truncation", 7);
                way.train();
            }),
            entry("truncation/two-stages", way -> {
                way.set("training.truncation", 2);
                way.train();
            }));

    /** Does something in the window. */
    private interface Hand {
        void onWay(CourseWay way) throws TimeoutException;
    }

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
            TASKS.get(lesson.name() + "/" + step.id()).onWay(this);
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

    private void runTo(Phase phase) throws TimeoutException {
        act(() -> workbench()
                .stepping()
                .moveTo(workbench().debugger().get().program().end(phase)));
    }

    private void set(String path, Object value) throws TimeoutException {
        act(() -> workbench().edit(path, value));
    }

    private void input(int t, int unit, double value) throws TimeoutException {
        act(() -> workbench().probing().change(new ByHand.Place(t, unit), value));
    }

    private void weight(String name, int index, double value) throws TimeoutException {
        act(() -> workbench().weights().set(new ParameterEntry(name, index), value));
    }

    private void train() throws TimeoutException {
        act(workbench()::train);
    }

    /** Large inputs saturate the steps after the second, so that nothing comes back from them. */
    private void flattenLaterSteps() throws TimeoutException {
        for (int t = 3; t <= 6; t++) {
            input(t, 0, 30);
            input(t, 1, 30);
        }
    }

    /** A line at a time, until what is looked for has been found. */
    private void stepUntilReached() throws TimeoutException {
        act(() -> {
            while (!isDone() && workbench().debugger().get().next().isPresent()) {
                workbench().stepping().into();
            }
        });
    }
}
