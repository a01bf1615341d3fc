package unroll.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.core.train.Checkpoint;
import unroll.core.train.Trainer;
import unroll.experiment.Experiment;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.experiment.TensorMetric;
import unroll.io.SafeFile.Existing;

class RunFolderTest {
    @TempDir
    Path folder;

    private Setup setup;
    private Trainer trainer;

    @BeforeEach
    void train() throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("sunspots")
                .with("optimiser.kind", "adam")
                .with("model.hidden", "3")
                .experiment();
        setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        trainer = setup.trainer();
        for (int i = 0; i < 11; i++) {
            assertTrue(trainer.step());
        }
    }

    @Test
    void aCheckpointOnDiskGoesOnBitForBit() throws Exception {
        RunFolder run = RunFolder.create(folder.resolve("run"), Existing.KEEP, setup.experiment());
        run.write(trainer.checkpoint());
        Checkpoint read = run.checkpoint(11, setup.network());
        assertEquals(trainer.checkpoint(), read);
        Trainer resumed = setup.trainer();
        resumed.restore(read);
        for (int i = 0; i < 20; i++) {
            trainer.step();
            resumed.step();
        }
        assertEquals(trainer.parameters(), resumed.parameters());
        assertEquals(List.of(11L), run.checkpointIterations());
    }

    /** Pieces go on from states, which a checkpoint therefore holds. */
    @Test
    void aCheckpointBetweenPiecesGoesOnBitForBit() throws Exception {
        Setup truncated = Setup.of(
                ExperimentFile.builtIn("delayed-echo")
                        .with("training.truncation", "7")
                        .with("training.dropout", "{\"inputs\": 0.25}")
                        .with("model.hidden", "3")
                        .with("task.sequences", "64")
                        .with("task.testSequences", "8")
                        .experiment(),
                DataFiles.fromWorkingFolder());
        Trainer first = truncated.trainer();
        for (int i = 0; i < 7; i++) {
            assertTrue(first.step());
        }
        RunFolder run = RunFolder.create(folder.resolve("run"), Existing.KEEP, truncated.experiment());
        run.write(first.checkpoint());
        Checkpoint read = run.checkpoint(7, truncated.network());
        assertEquals(first.checkpoint(), read);
        Trainer resumed = truncated.trainer();
        resumed.restore(read);
        for (int i = 0; i < 20; i++) {
            first.step();
            resumed.step();
        }
        assertEquals(first.checkpoint(), resumed.checkpoint());
    }

    @Test
    void metricsKeepTheirDigitsAndTheirGaps() throws Exception {
        Metrics.Log log = new Metrics.Log();
        log.add(Metric.TEST_LOSS, 0, 0.1 + 0.2);
        log.add(Metric.TRAIN_LOSS, 0, 1.0 / 3);
        log.add(Metric.TRAIN_LOSS, 1, Double.POSITIVE_INFINITY);
        log.add(Metric.TRAIN_LOSS, 2, Double.MIN_VALUE);
        TensorMetric ratio = new TensorMetric(TensorMetric.Kind.UPDATE_RATIO, "weight_hh_l0");
        TensorMetric norm = new TensorMetric(TensorMetric.Kind.GRADIENT_NORM, "out.bias");
        log.expect(List.of(norm, new TensorMetric(TensorMetric.Kind.GRADIENT_NORM, "never")));
        log.add(ratio, 0, 1e-3);
        log.add(norm, 2, 7);
        Metrics read = MetricsCsv.read(new TextFile("metrics.csv", MetricsCsv.write(log.metrics())));
        assertEquals(0.1 + 0.2, read.of(Metric.TEST_LOSS).value(0));
        assertEquals(1, read.of(Metric.TEST_LOSS).size());
        assertEquals(1.0 / 3, read.of(Metric.TRAIN_LOSS).value(0));
        assertEquals(Double.POSITIVE_INFINITY, read.of(Metric.TRAIN_LOSS).value(1));
        assertEquals(Double.MIN_VALUE, read.of(Metric.TRAIN_LOSS).value(2));
        assertTrue(read.of(Metric.TEST_ACCURACY).isEmpty());
        assertEquals(1e-3, read.of(ratio).value(0));
        assertEquals(7, read.of(norm).value(0));
        assertEquals(
                List.of(Metric.TRAIN_LOSS, Metric.TEST_LOSS, norm, ratio),
                List.copyOf(read.curves().keySet()));
    }

    @Test
    void aRunThatNeverEndedCanBeReadToo() throws Exception {
        RunFolder run = RunFolder.create(folder.resolve("run"), Existing.KEEP, setup.experiment());
        assertEquals(setup.experiment(), run.read().experiment());
        assertEquals(Metrics.NONE, run.read().metrics());
    }

    @Test
    void aRunIsNotOverwrittenUnlessToldSo() throws Exception {
        RunFolder.create(folder, Existing.KEEP, setup.experiment());
        assertThrows(WriteProblem.class, () -> RunFolder.create(folder, Existing.KEEP, setup.experiment()));
        RunFolder.create(folder, Existing.REPLACE, setup.experiment());
    }

    @Test
    void spoiltFilesAreNamed() throws Exception {
        RunFolder run = RunFolder.create(folder, Existing.KEEP, setup.experiment());
        Files.writeString(folder.resolve("metrics.csv"), "iteration,train.loss\n0,abc\n");
        ReadProblem metrics = assertThrows(ReadProblem.class, run::read);
        assertEquals("line 2", metrics.place());
        Files.writeString(folder.resolve("metrics.csv"), "iteration,train.lost\n");
        assertTrue(assertThrows(ReadProblem.class, run::read).getMessage().contains("train.lost"));
        run.write(trainer.checkpoint());
        Path checkpoint = folder.resolve("checkpoints").resolve("11.json");
        Files.writeString(checkpoint, Files.readString(checkpoint).replaceFirst("\\[3,1\\]", "[1,3]"));
        ReadProblem shape = assertThrows(ReadProblem.class, () -> run.checkpoint(11, setup.network()));
        assertEquals("parameters.weight_ih_l0", shape.place(), shape.getMessage());
        assertTrue(shape.getMessage().contains("expected shape [3, 1], found [1, 3]"), shape.getMessage());
        Files.writeString(folder.resolve("run.json"), "{");
        assertThrows(ReadProblem.class, run::read);
    }
}
