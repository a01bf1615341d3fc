package unroll.run;

import java.util.Optional;
import unroll.core.data.Score;
import unroll.core.model.Parameters;
import unroll.core.train.Divergence;
import unroll.core.train.Evaluation;
import unroll.core.train.Trainer;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.experiment.Training;
import unroll.run.Status.State;

/**
 * A training with its measurements and checkpoints, one iteration a call and without a thread. What is measured and kept
 * when depends on the iteration alone, never on the clock, so two runs of one experiment give the same curves.
 */
final class TrainingLoop {
    /** How many sequences are measured side by side. */
    static final int EVALUATION_ROWS = 64;

    /** Measuring the test set more often would cost time and show nothing more. */
    private static final int MOST_MEASUREMENTS = 200;

    private final Setup setup;
    private final Trainer trainer;
    private final Evaluation testing;
    private final Metrics.Log log = new Metrics.Log();
    private final Checkpoints checkpoints = new Checkpoints(Checkpoints.Budget.STANDARD);
    private final long iterations;
    private final long measuringStride;

    TrainingLoop(Setup setup) {
        this.setup = setup;
        this.trainer = setup.trainer();
        this.testing = new Evaluation(setup.network(), setup.data().test(), EVALUATION_ROWS);
        Training training = setup.experiment().training();
        this.iterations = training.iterations(trainer.iterationsPerEpoch());
        long unit = training.unit() == Training.Unit.EPOCHS ? trainer.iterationsPerEpoch() : 1;
        this.measuringStride = unit * divideUp(divideUp(iterations, unit), MOST_MEASUREMENTS);
        measure();
        keep();
    }

    private static long divideUp(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }

    /** Runs one iteration; false if there was none left, or if a number was not finite. */
    boolean advance() {
        if (trainer.iteration() == iterations || trainer.divergence().isPresent()) {
            return false;
        }
        long index = trainer.iteration();
        boolean finite = trainer.step();
        log.add(Metric.TRAIN_LOSS, index + 1, trainer.loss());
        log.add(Metric.GRADIENT_NORM, index + 1, trainer.gradientNorm());
        if (!finite) {
            return false;
        }
        boolean last = trainer.iteration() == iterations;
        if (last || trainer.iteration() % measuringStride == 0) {
            measure();
        }
        if (last || checkpoints.wants(trainer.iteration())) {
            keep();
        }
        return true;
    }

    /** Keeps a checkpoint of now, if there is none yet and the numbers are finite. */
    void keep() {
        if (!checkpoints.has(trainer.iteration()) && trainer.divergence().isEmpty()) {
            checkpoints.add(trainer.checkpoint());
        }
    }

    private void measure() {
        Score score = trainer.evaluate(testing).score();
        log.add(Metric.TEST_LOSS, trainer.iteration(), score.loss());
        score.accuracy().ifPresent(accuracy -> log.add(Metric.TEST_ACCURACY, trainer.iteration(), accuracy));
    }

    /** How the training stands after the last {@link #advance}. */
    Status status() {
        Optional<Divergence> divergence = trainer.divergence();
        if (divergence.isPresent()) {
            return new Status(State.DIVERGED, divergence.get().plain());
        }
        return Status.of(trainer.iteration() == iterations ? State.FINISHED : State.RUNNING);
    }

    /** A snapshot of now. */
    Snapshot snapshot(Status status, double seconds) {
        Parameters parameters = trainer.divergence().map(Divergence::lastGood).orElseGet(trainer::parameters);
        Progress progress = new Progress(trainer.iteration(), iterations, trainer.epoch(), seconds);
        return new Snapshot(progress, parameters, log.metrics(), checkpoints.list(), status);
    }
}
