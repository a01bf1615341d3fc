package unroll.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import unroll.core.data.Dataset;
import unroll.core.model.Parameters;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.core.train.Checkpoint;
import unroll.core.train.Trainer;
import unroll.experiment.DataSource;
import unroll.experiment.Experiment;
import unroll.experiment.Probed;
import unroll.experiment.Setup;
import unroll.experiment.Task;
import unroll.io.Phrase;
import unroll.io.ReadProblem;

/** Traces on a thread of their own: the newest request wins, the latest answer is there to be taken. */
public final class TraceService implements AutoCloseable {
    private record DataKey(Task task, long seed, boolean atEveryStep) {
        static DataKey of(Experiment experiment) {
            boolean atEveryStep = experiment.model().loss().atEveryStep();
            return new DataKey(experiment.task(), experiment.seed(), atEveryStep);
        }
    }

    private final DataSource<ReadProblem> source;
    private final NewestFirst<TraceRequest, TraceAnswer> worker;
    private DataKey lastKey;
    private Dataset lastData;

    public TraceService(DataSource<ReadProblem> source) {
        this.source = source;
        this.worker = new NewestFirst<>("unroll-tracing", this::answer);
    }

    /** Asks for a trace; one that was asked for before and still waits is forgotten. Never waits. */
    public void request(TraceRequest request) {
        worker.request(request);
    }

    /** The latest answer. Never waits. */
    public Optional<TraceAnswer> latest() {
        return worker.latest();
    }

    @Override
    public void close() {
        worker.close();
    }

    private TraceAnswer answer(TraceRequest request, BooleanSupplier replaced) {
        try {
            Setup setup = Setup.of(request.experiment(), data(request.experiment()));
            // What cannot be trained is said when it is chosen, not when the training starts.
            setup.training();
            return request instanceof TraceRequest.Iteration iteration
                    ? iteration(iteration, setup, replaced)
                    : example((TraceRequest.Example) request, setup);
        } catch (ReadProblem problem) {
            return new TraceAnswer.Refused(request, problem.phrase());
        } catch (IllegalArgumentException problem) {
            return new TraceAnswer.Refused(request, Phrase.verbatim(String.valueOf(problem.getMessage())));
        } catch (OutOfMemoryError tooLarge) {
            return new TraceAnswer.Refused(request, Phrase.of("problem.noMemoryForTrace"));
        }
    }

    private static TraceAnswer example(TraceRequest.Example request, Setup setup) {
        Probed probed = setup.probed(request.probe());
        Parameters parameters = request.parameters().orElse(setup.initial());
        Trace trace =
                Recorder.record(setup.network(), parameters, probed.batch(), setup.conditions(probed, parameters));
        return new TraceAnswer.Traced(request, setup, trace, Optional.empty());
    }

    /** Trains again up to the iteration, which gives the same bits as the first time. */
    private static TraceAnswer iteration(TraceRequest.Iteration request, Setup setup, BooleanSupplier replaced) {
        Trainer trainer = setup.trainer();
        request.from().ifPresent(trainer::restore);
        while (trainer.iteration() < request.number() - 1) {
            if (replaced.getAsBoolean()) {
                return new TraceAnswer.GivenUp(request);
            }
            if (!trainer.step()) {
                return new TraceAnswer.Refused(
                        request,
                        Phrase.of(
                                "problem.endsBefore",
                                trainer.divergence().orElseThrow().plain()));
            }
        }
        Checkpoint start = trainer.checkpoint();
        return new TraceAnswer.Traced(request, setup, trainer.recordNext(), Optional.of(start.optimizer()));
    }

    /** The sequences of an experiment; those of the last one again while a slider changes something else. */
    private Dataset data(Experiment experiment) throws ReadProblem {
        DataKey key = DataKey.of(experiment);
        if (!key.equals(lastKey)) {
            lastData = experiment.task().dataset(key.seed(), key.atEveryStep(), source);
            lastKey = key;
        }
        return lastData;
    }
}
