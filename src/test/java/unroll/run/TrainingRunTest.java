package unroll.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.data.Score;
import unroll.core.kernel.Engine;
import unroll.core.model.Site;
import unroll.core.train.Checkpoint;
import unroll.experiment.Curve;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunSummary;
import unroll.io.SafeFile.Existing;
import unroll.run.Status.State;

@Timeout(60)
class TrainingRunTest {
    private static Setup setup(String name, String... changes) throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn(name);
        for (int i = 0; i < changes.length; i += 2) {
            file = file.with(changes[i], changes[i + 1]);
        }
        return Setup.of(file.experiment(), DataFiles.fromWorkingFolder());
    }

    private static Snapshot finished(Setup setup) throws InterruptedException {
        try (TrainingRun run = new TrainingRun(setup)) {
            run.start();
            assertTrue(run.awaitEnd(50, TimeUnit.SECONDS));
            return run.latest();
        }
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void twoRunsOfOneExperimentGiveTheSameBits() throws Exception {
        Setup setup = setup("sunspots", "training.epochs", "20");
        Snapshot one = finished(setup);
        Snapshot other = finished(setup("sunspots", "training.epochs", "20"));
        assertEquals(State.FINISHED, one.status().state());
        assertEquals(one.parameters(), other.parameters());
        assertEquals(one.checkpoints(), other.checkpoints());
        for (Metric metric : Metric.values()) {
            assertEquals(values(one.metrics(), metric), values(other.metrics(), metric));
        }
        assertEquals(RunReport.of(setup, one).test(), RunReport.of(setup, other).test());
    }

    private static List<Double> values(Metrics metrics, Metric metric) {
        return metrics.of(metric).values().boxed().toList();
    }

    @Test
    void watchingAndPausingChangeNothing() throws Exception {
        Setup setup = setup("sunspots", "training.epochs", "20");
        Snapshot expected = finished(setup);
        try (TrainingRun run = new TrainingRun(setup)) {
            for (int i = 0; i < 5; i++) {
                run.start();
                run.latest();
                run.pause();
            }
            run.start();
            await(() -> run.latest().status().isOver());
            assertEquals(expected.parameters(), run.latest().parameters());
        }
    }

    @Test
    void aPausedRunStandsStillAndPublishesNothingNew() throws Exception {
        try (TrainingRun run = new TrainingRun(setup("vanishing", "training.iterations", "1000000"))) {
            assertEquals(State.READY, run.latest().status().state());
            run.start();
            await(() -> run.latest().progress().iteration() > 3);
            run.pause();
            await(() -> run.latest().status().state() == State.PAUSED);
            Snapshot paused = run.latest();
            run.pause();
            assertSame(paused, run.latest());
            run.start();
            await(() -> run.latest().progress().iteration() > paused.progress().iteration());
            assertNotSame(paused, run.latest());
        }
    }

    @Test
    void aStoppedRunKeepsWhereItStood() throws Exception {
        TrainingRun run = new TrainingRun(setup("vanishing", "training.iterations", "1000000"));
        run.start();
        await(() -> run.latest().progress().iteration() > 3);
        run.close();
        Snapshot last = run.latest();
        assertEquals(State.STOPPED, last.status().state());
        Checkpoint kept = last.checkpoints().get(last.checkpoints().size() - 1);
        assertEquals(last.progress().iteration(), kept.iteration());
        assertEquals(last.parameters(), kept.parameters());
        run.start();
        assertSame(State.STOPPED, run.latest().status().state(), "a stopped run stays stopped");
    }

    @Test
    void aRunThatNeverStartedCanBeClosed() throws Exception {
        TrainingRun run = new TrainingRun(setup("first-steps"));
        run.close();
        assertEquals(State.STOPPED, run.latest().status().state());
    }

    @Test
    void theExplodingNetworkDivergesInItsSecondIteration() throws Exception {
        Setup setup = setup("exploding");
        Snapshot last = finished(setup);
        assertEquals(State.DIVERGED, last.status().state());
        assertTrue(
                last.status().where().startsWith("iteration 2: "), last.status().where());
        assertEquals(1, last.progress().iteration());
        assertEquals(setup.initial(), last.parameters(), "only the first parameters gave a finite loss");
        Score score = RunReport.of(setup, last).train().score();
        assertTrue(Double.isFinite(score.loss()));
    }

    @Test
    void ofADivergedRunNoCheckpointIsWrittenThatIsNoGood(@TempDir Path folder) throws Exception {
        Setup setup = setup("exploding");
        Snapshot last = finished(setup);
        RunFolder run = RunFolder.create(folder, Existing.KEEP, setup.experiment());
        RunSummary summary = RunReport.of(setup, last);
        RunStore.finish(run, setup, last, summary);
        assertEquals(List.of(0L), run.checkpointIterations());
        assertEquals("diverged", summary.ending().status());
        assertEquals(setup.initial(), run.checkpoint(0, setup.network()).parameters());
    }

    @Test
    void theVanishingGradientIsBelowOneMillionth() throws Exception {
        Setup setup = setup("vanishing");
        try (TraceService service = new TraceService(DataFiles.fromWorkingFolder())) {
            service.request(TraceRequest.of(setup.experiment()));
            await(() -> service.latest().isPresent());
            TraceAnswer.Traced traced = (TraceAnswer.Traced) service.latest().orElseThrow();
            Site h = new Site(0, setup.network().cell().output());
            assertTrue(traced.trace().gradientNorm(h, 1) < 1e-6);
            assertTrue(traced.trace().gradientNorm(h, 50) > 1e-2);
        }
    }

    @Test
    void aSnapshotStaysAsItWasWhileTheRunGoesOn() throws Exception {
        TrainingLoop loop = new TrainingLoop(setup("vanishing"), Engine.simple());
        for (int i = 0; i < 100; i++) {
            loop.advance();
        }
        Snapshot early = loop.snapshot(Status.of(State.RUNNING), 0);
        Curve curve = early.metrics().of(Metric.TRAIN_LOSS);
        List<Double> before = curve.values().boxed().toList();
        for (int i = 0; i < 100; i++) {
            loop.advance();
        }
        assertEquals(100, curve.size());
        assertEquals(before, curve.values().boxed().toList());
        Curve later = loop.snapshot(Status.of(State.RUNNING), 0).metrics().of(Metric.TRAIN_LOSS);
        assertEquals(200, later.size());
        assertFalse(loop.advance(), "there is nothing left to do");
    }

    @Test
    void theCheckpointBeforeAnIterationIsFound() throws Exception {
        Snapshot last = finished(setup("vanishing"));
        assertEquals(0, last.before(1).iteration());
        assertEquals(200, last.before(1000).iteration());
        assertTrue(last.before(100).iteration() < 100);
        assertEquals(last.parameters(), last.before(201).parameters());
    }

    @Test
    void runsOfOneNameGetFoldersOfTheirOwn(@TempDir Path folder) throws Exception {
        RunStore store = new RunStore(folder.resolve("runs"));
        assertEquals(List.of(), store.runs());
        Setup setup = setup("first-steps", "name", "a/b c");
        RunFolder one = store.begin(setup.experiment());
        RunFolder other = store.begin(setup.experiment());
        assertEquals(List.of(one, other), store.runs());
        assertEquals("a-b-c-seed0-1", one.folder().getFileName().toString());
        Files.delete(one.folder().resolve("run.json"));
        assertEquals(List.of(other), store.runs());
    }
}
