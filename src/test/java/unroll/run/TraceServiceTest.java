package unroll.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import unroll.core.data.Table;
import unroll.core.model.Dropout;
import unroll.core.model.Initialiser;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.trace.Trace;
import unroll.experiment.DataRequest;
import unroll.experiment.DataSource;
import unroll.experiment.Experiment;
import unroll.experiment.NamedText;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

@Timeout(60)
class TraceServiceTest {
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theNewestRequestWins() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        List<Integer> answered = new CopyOnWriteArrayList<>();
        try (NewestFirst<Integer, Integer> worker = new NewestFirst<>("test", (request, replaced) -> {
            begun.countDown();
            pass(gate);
            answered.add(request);
            return request;
        })) {
            worker.request(1);
            begun.await();
            worker.request(2);
            worker.request(3);
            gate.countDown();
            await(() -> worker.latest().equals(Optional.of(3)));
        }
        assertEquals(List.of(1, 3), answered, "the second was forgotten while the first was being answered");
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static TraceAnswer answer(TraceService service, TraceRequest request) {
        service.request(request);
        await(() -> service.latest()
                .filter(answer -> answer.request().equals(request))
                .isPresent());
        return service.latest().orElseThrow();
    }

    @Test
    void theSequencesAreReadOnceWhileASliderMoves() throws ReadProblem {
        AtomicInteger reads = new AtomicInteger();
        DataSource<ReadProblem> source = new DataSource<>() {
            @Override
            public Table read(DataRequest request) throws ReadProblem {
                reads.incrementAndGet();
                return DataFiles.fromWorkingFolder().read(request);
            }

            @Override
            public List<NamedText> texts(String data) {
                throw new AssertionError("sunspots are no text");
            }
        };
        Experiment experiment = ExperimentFile.builtIn("sunspots").experiment();
        try (TraceService service = new TraceService(source)) {
            for (double gain = 0.5; gain < 1.5; gain += 0.25) {
                Initialiser scaled = experiment.initialiser().withRecurrentGain(gain);
                answer(service, TraceRequest.of(experiment.withInitialiser(scaled)));
            }
            assertEquals(1, reads.get());
            answer(service, TraceRequest.of(experiment.withSeed(5)));
            assertEquals(2, reads.get());
        }
    }

    @Test
    void givenParametersAreTraced() throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("vanishing").experiment();
        Setup setup = Setup.of(experiment, DataFiles.fromWorkingFolder());
        Parameters zero = setup.initial()
                .with("out.weight", setup.initial().tensor("out.weight").times(0));
        try (TraceService service = new TraceService(DataFiles.fromWorkingFolder())) {
            TraceRequest.Example request =
                    TraceRequest.of(experiment).withParameters(zero).withExample(Part.TEST, 99);
            TraceAnswer.Traced traced = (TraceAnswer.Traced) answer(service, request);
            assertSame(zero, traced.trace().parameters());
            assertEquals(50, traced.trace().steps(), "an index past the end stands for the last sequence");
        }
    }

    /** A trace is cut as training is, and starts where training starts. */
    @Test
    void theTrainingsPiecesAndStartsAreTraced() throws ReadProblem {
        Experiment experiment = ExperimentFile.builtIn("two-layer")
                .with("training.truncation", "4")
                .with("training.initialState", "{\"h\": [[1, 2, 3], [4, 5, 6]]}")
                .with("training.dropout", "{\"inputs\": 0.9, \"layers\": 0.9}")
                .experiment();
        try (TraceService service = new TraceService(DataFiles.fromWorkingFolder())) {
            TraceAnswer.Traced traced = (TraceAnswer.Traced) answer(service, TraceRequest.of(experiment));
            Trace trace = traced.trace();
            assertEquals(new Truncation(4), trace.truncation());
            assertEquals(Dropout.NONE, trace.network().stack().dropout());
            Site upper = trace.network()
                    .chains()
                    .get(1)
                    .site(trace.network().cell().states().get(0));
            assertEquals(5, trace.value(upper, 0, 0, 1));
        }
    }

    @Test
    void whatCantBeTracedIsRefusedInOneLine() throws ReadProblem {
        Experiment vanishing = ExperimentFile.builtIn("vanishing").experiment();
        Parameters foreign = Setup.of(
                        vanishing.withModel(vanishing.model().withHidden(3)), DataFiles.fromWorkingFolder())
                .initial();
        Experiment nowhere = ExperimentFile.builtIn("sunspots")
                .with("task.data", "nowhere.csv")
                .experiment();
        try (TraceService service = new TraceService(DataFiles.fromWorkingFolder())) {
            TraceRequest misfit = TraceRequest.of(vanishing).withParameters(foreign);
            assertTrue(answer(service, misfit) instanceof TraceAnswer.Refused);
            TraceAnswer.Refused missing = (TraceAnswer.Refused) answer(service, TraceRequest.of(nowhere));
            String reason = missing.reason().english();
            assertTrue(reason.contains("nowhere.csv"), reason);
            assertTrue(answer(service, TraceRequest.of(vanishing)) instanceof TraceAnswer.Traced, "it goes on");
        }
    }
}
