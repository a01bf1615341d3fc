package unroll.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.train.Trainer;
import unroll.debug.Breakpoint;
import unroll.experiment.CellKind;
import unroll.experiment.Experiment;
import unroll.experiment.Setup;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.FieldDifference;
import unroll.io.ReadProblem;
import unroll.plot.Side;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.TraceService;

/** Two networks on the same data, without a window: this test's thread stands for the screen's. */
@Timeout(60)
class ComparisonTest {
    @TempDir
    private Path home;

    private final Jobs jobs = new Jobs();
    private final TraceService tracingA = new TraceService(DataFiles.fromWorkingFolder());
    private final TraceService tracingB = new TraceService(DataFiles.fromWorkingFolder());
    private Workbench a;
    private Workbench b;
    private Comparison comparison;

    @BeforeEach
    void start() {
        a = workbench(tracingA);
        b = workbench(tracingB);
        comparison = new Comparison(a, b, new Messages(Locale.ENGLISH));
    }

    private Workbench workbench(TraceService tracing) {
        LiveTraining training = new LiveTraining(jobs, new RunStore(home.resolve("runs")));
        return new Workbench(new Laboratory(new Messages(Locale.ENGLISH), tracing, training));
    }

    @AfterEach
    void stop() {
        a.close();
        b.close();
        tracingA.close();
        tracingB.close();
        jobs.close();
    }

    private void pullUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            a.pull(System.nanoTime());
            b.pull(System.nanoTime());
            Thread.onSpinWait();
        }
    }

    private void settle() {
        pullUntil(() -> !a.busy().get() && !b.busy().get());
    }

    private static Experiment builtIn(String name, String... pathsAndValues) throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn(name);
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            file = file.with(pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return file.experiment();
    }

    private void compare(String name, String path, Object value) throws ReadProblem {
        a.open(builtIn(name));
        settle();
        comparison.with(path, value);
        settle();
    }

    private static CellKind cell(Workbench side) {
        return side.experiment().get().model().cell();
    }

    @Test
    void theOtherSideIsTheSameButForOneField() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        assertTrue(comparison.open().get());
        assertEquals(
                List.of(new FieldDifference("model.cell", Optional.of("rnn"), Optional.of("lstm"))),
                comparison.differences().get());
    }

    @Test
    void bothReadTheSameNumbersWhateverTheSeedOfTheirWeights() throws ReadProblem {
        compare("vanishing", "initialiser.seed", 5);
        Setup one = a.setup().get();
        Setup other = b.setup().get();
        assertEquals(one.data().train().size(), other.data().train().size());
        Site input = new Site(0, Quantity.INPUT);
        for (int t = 1; t <= a.trace().get().steps(); t++) {
            assertEquals(a.trace().get().value(input, t, 0, 0), b.trace().get().value(input, t, 0, 0));
        }
        assertNotEquals(one.initial(), other.initial());
    }

    @Test
    void bothTrainOnTheSameBatches() throws ReadProblem {
        a.open(builtIn("adding-50"));
        settle();
        comparison.with("initialiser.seed", 5);
        settle();
        Trainer one = a.setup().get().trainer();
        Trainer other = b.setup().get().trainer();
        assertNotEquals(one.parameters(), other.parameters());
        // From the same weights, only other batches could give other losses.
        other.restore(one.checkpoint());
        for (int i = 0; i < 3; i++) {
            one.step();
            other.step();
            assertEquals(one.loss(), other.loss());
        }
    }

    @Test
    void theOtherFollowsTheCursorAndIsFollowed() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.over();
        assertEquals(1, b.debugger().get().current().orElseThrow().t());
        a.moveTo(a.debugger().get().program().end(Phase.FORWARD));
        assertEquals(
                b.debugger().get().program().end(Phase.FORWARD),
                b.debugger().get().cursor());
        b.runTo(2, 7);
        assertEquals(7, a.debugger().get().current().orElseThrow().t());
        int line = b.debugger().get().current().orElseThrow().line().number();
        assertEquals(2, line, "the side that is moved stays where it was put");
    }

    @Test
    void aNewTraceOfTheOtherTakesTheCursor() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.moveTo(a.debugger().get().program().start(Phase.BACKWARD) + 9);
        int t = a.debugger().get().current().orElseThrow().t();
        b.edit("model.cell", "gru");
        settle();
        assertEquals(t, a.debugger().get().current().orElseThrow().t());
        assertEquals(t, b.debugger().get().current().orElseThrow().t());
    }

    @Test
    void whatMakesTheDataIsChangedOnBothSidesAndTheRestOnOne() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.edit("task.length", 20);
        b.edit("seed", 3);
        b.edit("initialiser.gain", 1.5);
        settle();
        assertEquals(a.experiment().get().task(), b.experiment().get().task());
        assertEquals(20, b.trace().get().steps());
        assertEquals(3, a.experiment().get().seed());
        assertEquals(0.7, a.experiment().get().initialiser().recurrentGain());
        assertEquals(CellKind.LSTM, cell(b));
    }

    @Test
    void theSidesChangePlacesWithWhatTheyHaveLearnt() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.train();
        pullUntil(() -> a.snapshot().get() != null && b.snapshot().get() != null);
        a.pause();
        settle();
        long ofB = b.snapshot().get().progress().iteration();
        a.runTo(1, 9);
        comparison.swap();
        settle();
        assertEquals(CellKind.LSTM, cell(a));
        assertEquals(CellKind.RNN, cell(b));
        assertEquals(ofB, a.snapshot().get().progress().iteration());
        assertEquals(CellKind.LSTM, a.setup().get().experiment().model().cell());
        assertEquals(9, a.debugger().get().current().orElseThrow().t());
        assertEquals(9, b.debugger().get().current().orElseThrow().t());
        assertEquals(Side.B, comparison.edited().get(), "the same network is edited as before");
    }

    @Test
    void bothTrainToTheEnd() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.train();
        pullUntil(() -> isOver(a) && isOver(b));
        assertEquals(
                a.snapshot().get().progress().iteration(),
                b.snapshot().get().progress().iteration());
    }

    private static boolean isOver(Workbench side) {
        return side.snapshot().get() != null && side.snapshot().get().status().isOver();
    }

    @Test
    void whatIsTrainedIsComparedWithWhatHasBeenTrainedAsFar() throws ReadProblem {
        a.open(builtIn("vanishing"));
        settle();
        a.train();
        pullUntil(() -> isOver(a));
        comparison.with("model.cell", "lstm");
        pullUntil(() -> isOver(b));
        assertEquals(
                a.snapshot().get().progress().iteration(),
                b.snapshot().get().progress().iteration());
    }

    @Test
    void anotherExperimentIsComparedOnTheDataOfTheOpenOne() throws ReadProblem {
        a.open(builtIn("vanishing"));
        settle();
        comparison.with(builtIn("vanishing", "model.cell", "gru", "task.length", "9", "seed", "4"));
        settle();
        assertEquals(CellKind.GRU, cell(b));
        assertEquals(50, b.trace().get().steps());
        assertEquals(0, b.experiment().get().seed());
    }

    @Test
    void aNetworkThatDoesNotFitTheDataIsRefused() throws ReadProblem {
        a.open(builtIn("vanishing"));
        settle();
        comparison.with(builtIn("reber"));
        assertFalse(comparison.open().get());
        assertNotNull(a.notice().get());
    }

    @Test
    void anotherExperimentEndsTheComparison() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        a.open(builtIn("first-steps"));
        settle();
        assertFalse(comparison.open().get());
        a.over();
        assertEquals(0, b.debugger().get().cursor(), "nothing follows any more");
    }

    @Test
    void theSameUnitIsLookedAtWhereBothHaveIt() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        List<Quantity> states = b.trace().get().network().cell().states();
        Selection state = new Selection(new Site(0, states.get(0)), false, 3, 2);
        a.selection().set(state);
        assertEquals(state, b.selection().get());
        b.selection().set(new Selection(new Site(0, states.get(1)), false, 3, 2));
        assertNull(a.selection().get());
    }

    @Test
    void breakpointsOfTheOtherSideAreExplainedNotIgnored() throws ReadProblem {
        compare("vanishing", "model.cell", "lstm");
        b.toggle(Breakpoint.onLine(3));
        assertTrue(b.debugger().get().breakpoints().isEmpty());
        assertNotNull(a.notice().get());
    }
}
