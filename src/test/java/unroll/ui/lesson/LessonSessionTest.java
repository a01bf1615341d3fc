package unroll.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.model.Phase;
import unroll.debug.Program;
import unroll.experiment.Setup.Part;
import unroll.io.DataFiles;
import unroll.io.ProgressFile;
import unroll.io.ReadProblem;
import unroll.lesson.Lessons;
import unroll.lesson.Prediction;
import unroll.run.Jobs;
import unroll.run.ProgressStore;
import unroll.run.RunStore;
import unroll.run.TraceService;
import unroll.ui.state.Laboratory;
import unroll.ui.state.LiveTraining;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The way through a lesson: what it does to the debugger, and what opens the next step. */
class LessonSessionTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    Path folder;

    private final Messages messages = new Messages(Locale.ENGLISH);
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private final Jobs jobs = new Jobs();
    private Workbench workbench;
    private LessonSession session;

    @BeforeEach
    void open() throws ReadProblem {
        workbench = new Workbench(new Laboratory(messages, tracing, new LiveTraining(jobs, new RunStore(folder))));
        session = new LessonSession(
                workbench, messages, new ProgressStore(new ProgressFile(folder.resolve("progress.json")), jobs));
        workbench.lesson().set(Lessons.read("04-vanishing-gradients", "en"));
        await(() -> cursor() == program().start(Phase.BACKWARD));
    }

    @AfterEach
    void close() {
        workbench.close();
        tracing.close();
        jobs.close();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (workbench.debugger().get() == null || !condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            workbench.pull(System.nanoTime());
            Thread.onSpinWait();
        }
    }

    private Program program() {
        return workbench.debugger().get().program();
    }

    private int cursor() {
        return workbench.debugger().get().cursor();
    }

    private void runBack() {
        workbench.stepping().moveTo(program().end(Phase.BACKWARD));
    }

    private void nextAt(double gain) {
        session.next();
        await(() -> workbench
                        .setup()
                        .get()
                        .experiment()
                        .equals(workbench.experiment().get())
                && gain == workbench.experiment().get().initialiser().recurrentGain());
    }

    @Test
    void theNextStepOpensWhenItsGoalIsMeasured() {
        session.next();
        assertEquals(0, session.page().get().index(), "not before the task is done");
        runBack();
        assertTrue(session.reached().get());
        session.next();
        assertEquals(1, session.page().get().index());
    }

    @Test
    void aStepSetsTheExperimentAndMovesTheCursorOnceItsTraceIsThere() {
        runBack();
        nextAt(0.9);
        await(() -> cursor() == program().start(Phase.BACKWARD) && program().steps() == 50);
        assertTrue(workbench.shownLanes().contains("dh"));
        assertFalse(session.reached().get());
    }

    /** Sequences of a grammar differ in length: the end of one is the middle of another. */
    @Test
    void aStepThatShowsAnotherSequenceMovesTheCursorInThatOne() throws Exception {
        Files.writeString(folder.resolve("lesson.json"), """
                {"number": 1, "name": "two", "minutes": 1, "experiment": "reber", "steps": [{"id": "end",
                 "do": [{"open": "reber"}, {"example": 2}, {"move": "forward", "at": "end"}]}]}
                """);
        Files.writeString(folder.resolve("text.en.md"), "# Two\n\nStrings.\n\n## end | The end\n\nOf the second.\n");
        workbench.lesson().set(Lessons.read(folder, "en"));
        await(() -> workbench.probing().probe().get().example() == 1
                && workbench.probing().isTraced()
                && cursor() > 0);
        int first = workbench.setup().get().batch(Part.TRAIN, 0).steps();
        assertNotEquals(first, program().steps());
        assertEquals(program().end(Phase.FORWARD), cursor());
    }

    @Test
    void aQuestionHoldsTheCursorUntilItIsAnswered() {
        runBack();
        nextAt(0.9);
        await(() -> cursor() == program().start(Phase.BACKWARD) && program().steps() == 50);
        runBack();
        nextAt(1);
        await(() -> cursor() == program().start(Phase.BACKWARD));
        runBack();
        assertEquals(program().start(Phase.BACKWARD), cursor(), "the answer lies behind it");
        Prediction prediction = session.page().get().step().prediction().orElseThrow();
        for (Prediction.Choice choice : prediction.choices()) {
            assertEquals(choice.right(), session.answer(choice));
        }
        runBack();
        assertEquals(program().end(Phase.BACKWARD), cursor());
        assertTrue(session.reached().get());
    }

    @Test
    void numbersOfTheTextAreNotToldBeforeTheyAreComputed() {
        assertTrue(session.measurements().orElseThrow().value("ratio").isEmpty());
        runBack();
        assertEquals(
                Math.pow(0.9, 20),
                session.measurements().orElseThrow().value("ratio").orElseThrow(),
                1e-12);
    }

    @Test
    void backAndAgainKeepsWhatWasReached() {
        runBack();
        nextAt(0.9);
        session.back();
        assertEquals(0, session.page().get().index());
        assertTrue(session.reached().get());
    }
}
