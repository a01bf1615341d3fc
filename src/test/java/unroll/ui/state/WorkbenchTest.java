package unroll.ui.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.experiment.Curve;
import unroll.experiment.Experiment;
import unroll.experiment.Metric;
import unroll.experiment.Setup.Part;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.run.Jobs;
import unroll.run.RunStore;
import unroll.run.Status;
import unroll.run.TraceService;

/** The view-model without a window: this test's thread stands for the screen's. */
@Timeout(60)
class WorkbenchTest {
    /** Training sums in another order than the lines that are stepped through, so last digits differ. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path home;

    private final Jobs jobs = new Jobs();
    private final TraceService tracing = new TraceService(DataFiles.fromWorkingFolder());
    private Workbench workbench;

    @BeforeEach
    void start() {
        LiveTraining training = new LiveTraining(jobs, new RunStore(home.resolve("runs")));
        workbench = new Workbench(new Laboratory(new Messages(Locale.ENGLISH), tracing, training));
    }

    @AfterEach
    void stop() {
        workbench.close();
        tracing.close();
        jobs.close();
    }

    /** Looks once a millisecond, as the clock looks once a frame. */
    private void pullUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            workbench.pull(System.nanoTime());
            Thread.onSpinWait();
        }
    }

    private void settle() {
        pullUntil(() -> !workbench.busy().get());
    }

    private Experiment open(String name) throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn(name).experiment();
        workbench.open(experiment);
        settle();
        return experiment;
    }

    @Test
    void beforeTheFirstExperimentThereIsNothingAndCommandsDoNothing() {
        workbench.into();
        workbench.train();
        workbench.moveTo(3);
        assertNull(workbench.debugger().get());
        assertFalse(workbench.training().get());
    }

    @Test
    void anOpenedExperimentIsTraced() throws ReadProblem {
        Experiment experiment = open("first-steps");
        assertEquals(experiment, workbench.setup().get().experiment());
        assertEquals(0, workbench.debugger().get().cursor());
        assertEquals(workbench.trace().get(), workbench.knowledge().trace());
        assertNull(workbench.snapshot().get());
    }

    @Test
    void anEditKeepsThePlaceAndTheBreakpoints() throws ReadProblem {
        open("first-steps");
        workbench.moveTo(5);
        workbench.toggle(Breakpoint.onLine(2));
        Trace before = workbench.trace().get();
        workbench.edit("model.hidden", 5);
        settle();
        assertNotEquals(before, workbench.trace().get());
        assertEquals(5, workbench.debugger().get().cursor());
        assertEquals(1, workbench.debugger().get().breakpoints().size());
    }

    @Test
    void anEditThatDoesNotFitChangesNothingAndSaysWhy() throws ReadProblem {
        Experiment before = open("first-steps");
        workbench.edit("model.cell", "transformer");
        assertEquals(before, workbench.experiment().get());
        assertTrue(workbench.notice().get().text().contains("model.cell"));
        workbench.undo();
        assertEquals(before, workbench.experiment().get());
    }

    @Test
    void theSelectionStaysWithinTheNewTrace() throws ReadProblem {
        open("first-steps");
        Trace trace = workbench.trace().get();
        Site state = new Site(0, trace.network().cell().output());
        workbench.selection().set(new Selection(state, false, 2, trace.width(state) - 1));
        workbench.edit("model.hidden", 2);
        settle();
        assertEquals(1, workbench.selection().get().unit());
    }

    @Test
    void noViewMeetsADebuggerBesideTheTraceOfAnotherProgram() throws ReadProblem {
        open("first-steps");
        Trace first = workbench.trace().get();
        Site state = new Site(0, first.network().cell().output());
        workbench.selection().set(new Selection(state, false, first.steps(), 0));
        workbench.trace().subscribe(this::assertMatching);
        workbench.viewport().subscribe(this::assertMatching);
        workbench.selection().subscribe(this::assertMatching);
        workbench.debugger().subscribe(this::assertMatching);
        for (String[] edit : new String[][] {{"task.length", "3"}, {"model.cell", "lstm"}, {"model.layers", "2"}}) {
            workbench.edit(edit[0], edit[1]);
            settle();
            assertNotNull(workbench.debugger().get());
        }
    }

    private void assertMatching() {
        Debugger debugger = workbench.debugger().get();
        if (debugger != null) {
            Trace trace = workbench.trace().get();
            Schedule ofTrace = Schedule.of(trace.network());
            Schedule ofDebugger = debugger.program().schedule();
            assertEquals(trace.steps(), debugger.program().steps());
            assertEquals(ofTrace.blocks(Phase.FORWARD), ofDebugger.blocks(Phase.FORWARD));
        }
    }

    @Test
    void trainingCountsUpPausesAndGoesOn() throws ReadProblem {
        open("sunspots");
        workbench.train();
        assertTrue(workbench.training().get());
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 10);
        workbench.pause();
        settle();
        assertEquals(Status.State.PAUSED, workbench.snapshot().get().status().state());
        long paused = workbench.snapshot().get().progress().iteration();
        assertEquals(
                workbench.snapshot().get().parameters(), workbench.trace().get().parameters());
        workbench.train();
        pullUntil(() -> workbench.snapshot().get().progress().iteration() > paused);
    }

    @Test
    void anEditPutsTheTrainingAside() throws ReadProblem {
        open("sunspots");
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null);
        workbench.edit("model.cell", "lstm");
        assertNull(workbench.snapshot().get());
        assertFalse(workbench.training().get());
        settle();
        assertEquals("lstm", workbench.trace().get().network().cell().id());
    }

    @Test
    void trainingMayBeAskedForBeforeTheTraceIsThere() throws ReadProblem {
        workbench.open(ExperimentFile.builtIn("first-steps").experiment());
        workbench.train();
        assertTrue(workbench.training().get());
        pullUntil(() -> workbench.snapshot().get() != null);
    }

    @Test
    void aFinishedRunIsKeptOnDisk() throws ReadProblem {
        open("first-steps");
        workbench.edit("training.iterations", 5);
        settle();
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().status().isOver());
        settle();
        assertEquals(1, new RunStore(home.resolve("runs")).runs().size());
    }

    @Test
    void aDivergedTrainingSaysWhereAndKeepsTheLastGoodWeights() throws ReadProblem {
        open("exploding");
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().status().isOver());
        settle();
        assertEquals(Severity.ERROR, workbench.notice().get().severity());
        assertTrue(workbench.notice().get().text().contains("iteration"));
        assertEquals(-1, workbench.snapshot().get().parameters().values().firstNonFinite());
    }

    @Test
    void aDivergenceLeadsToItsPlaceAndToTheUpdateBefore() throws ReadProblem {
        open("exploding");
        workbench.train();
        pullUntil(() -> workbench.notice().get() != null);
        List<Notice.Link> links = workbench.notice().get().links();
        assertEquals(2, links.size());
        links.get(0).action().run();
        settle();
        long broken = workbench.snapshot().get().progress().iteration() + 1;
        assertEquals(Optional.of(broken), workbench.iterations().traced());
        Selection selected = workbench.selection().get();
        double value = workbench.trace().get().value(selected.site(), selected.t(), workbench.row(), selected.unit());
        assertFalse(selected.gradient());
        assertFalse(Double.isFinite(value));
        assertTrue(workbench.knowledge().isKnown(selected.site(), selected.t()));
        workbench.backInto();
        assertFalse(workbench.knowledge().isKnown(selected.site(), selected.t()), "the line that made it was marked");
        links.get(1).action().run();
        settle();
        assertEquals(Optional.of(broken - 1), workbench.iterations().traced());
        assertTrue(workbench.debugger().get().next().isEmpty());
        ParameterEntry entry = workbench.choices().entry().get();
        assertEquals(ParameterEntry.mostChangedBy(workbench.iterations().update()), entry);
    }

    @Test
    void theTraceGoesBackToAnEarlierIteration() throws ReadProblem {
        open("sunspots");
        Trace untrained = workbench.trace().get();
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 50);
        workbench.iterations().trace(1);
        settle();
        assertEquals(1, workbench.iterations().shown().get());
        assertEquals(untrained.parameters(), workbench.trace().get().parameters());
        workbench.iterations().trace(43);
        settle();
        Curve losses = workbench.snapshot().get().metrics().of(Metric.TRAIN_LOSS);
        assertEquals(43, losses.iteration(42));
        assertEquals(losses.value(42), workbench.trace().get().loss(), ROUNDING, "the point of the curve itself");
        assertEquals(43, workbench.iterations().update().iteration());
        assertTrue(workbench.trace().get().rows() > 1);
        workbench.probing().choose(Part.TRAIN, 2);
        settle();
        assertEquals(1, workbench.trace().get().rows());
        assertEquals(43, workbench.iterations().shown().get(), "an example with the weights of that moment");
        workbench.iterations().showLatest();
        settle();
        assertEquals(
                workbench.snapshot().get().parameters(), workbench.trace().get().parameters());
        workbench.train();
        assertEquals(0, workbench.iterations().shown().get());
    }

    @Test
    void theUpdateOfATracedIterationIsTheOneThatWasMade() throws ReadProblem {
        open("sunspots");
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 30);
        workbench.iterations().trace(20);
        settle();
        Tensor made = workbench.iterations().update().updatedWeights();
        workbench.iterations().trace(21);
        settle();
        assertArrayEquals(
                made.toArray(), workbench.trace().get().parameters().values().toArray(), ROUNDING);
    }

    @Test
    void aWeightChangedByHandChangesTheTraceAndIsTakenBack() throws ReadProblem {
        open("first-steps");
        Trace before = workbench.trace().get();
        ParameterEntry entry = new ParameterEntry("weight_hh_l0", 4);
        workbench.weights().set(entry, 0.75);
        settle();
        Trace after = workbench.trace().get();
        assertTrue(workbench.weights().exist());
        assertEquals(0.75, after.parameters().tensor("weight_hh_l0").at(4));
        assertNotEquals(before.loss(), after.loss());
        workbench.undo();
        settle();
        assertFalse(workbench.weights().exist());
        assertEquals(before.parameters(), workbench.trace().get().parameters());
        assertEquals(before.loss(), workbench.trace().get().loss());
    }

    @Test
    void trainingBeginsAnewFromWeightsChangedByHand() throws ReadProblem {
        open("sunspots");
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 5);
        workbench.weights().set(new ParameterEntry("weight_hh_l0", 0), 3.5);
        assertFalse(workbench.training().get(), "an edit holds the training");
        settle();
        Parameters edited = workbench.trace().get().parameters();
        assertEquals(3.5, edited.tensor("weight_hh_l0").at(0));
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 5);
        workbench.pause();
        workbench.iterations().trace(1);
        settle();
        assertEquals(edited, workbench.trace().get().parameters());
        assertFalse(workbench.weights().exist());
    }

    @Test
    void whatIsNoWeightIsRefused() throws ReadProblem {
        open("first-steps");
        ParameterEntry entry = new ParameterEntry("weight_hh_l0", 0);
        assertThrows(IllegalArgumentException.class, () -> workbench.weights().set(entry, Double.NaN));
        workbench.weights().set(new ParameterEntry("weight_hh_l7", 0), 1);
        workbench.weights().set(new ParameterEntry("weight_hh_l0", 1000), 1);
        assertFalse(workbench.weights().exist());
    }

    @Test
    void anotherExampleIsTracedWithTheSameWeights() throws ReadProblem {
        open("sunspots");
        Trace first = workbench.trace().get();
        workbench.probing().choose(Part.TRAIN, 7);
        settle();
        assertEquals(7, workbench.probing().probe().get().example());
        assertEquals(first.parameters(), workbench.trace().get().parameters());
        assertNotEquals(first.loss(), workbench.trace().get().loss());
    }

    @Test
    void aMissingDataFileIsANotice() throws ReadProblem {
        open("sunspots");
        workbench.edit("task.data", "nowhere.csv");
        settle();
        assertNotNull(workbench.notice().get());
        assertTrue(workbench.notice().get().text().contains("nowhere.csv"));
    }

    @Test
    void closingKeepsWhatWasTrained() throws ReadProblem {
        open("sunspots");
        workbench.train();
        pullUntil(() -> workbench.snapshot().get() != null
                && workbench.snapshot().get().progress().iteration() > 5);
        workbench.close();
        jobs.close();
        assertEquals(1, new RunStore(home.resolve("runs")).runs().size());
    }
}
