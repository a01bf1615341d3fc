package unroll.run;

import java.util.List;
import java.util.Optional;
import unroll.core.kernel.Engine;
import unroll.core.model.Parameters;
import unroll.core.train.Divergence;
import unroll.core.train.Evaluation;
import unroll.core.train.TensorMeasures;
import unroll.core.train.Trainer;
import unroll.experiment.ClassMetric;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Setup;
import unroll.experiment.Telling;
import unroll.experiment.TensorMetric;
import unroll.experiment.Training;
import unroll.run.Status.State;

/**
 * A training with its measurements and checkpoints, one iteration a call and without a thread. What is measured and kept
 * when depends on the iteration alone, never on the clock, so two runs of one experiment give the same curves.
 */
final class TrainingLoop {
    /** How many sequences are measured side by side. */
    static final int EVALUATION_ROWS = 64;

    /** Measuring the test set more often would show nothing more. */
    private static final int MOST_MEASUREMENTS = 200;

    /** So often it is measured in any case; more only as long as fewer sequences are tested than trained with. */
    private static final int FEWEST_MEASUREMENTS = 20;

    /** A tensor's curves are as fine as a screen shows them. */
    private static final int MOST_TENSOR_MEASUREMENTS = 1000;

    private final Setup setup;
    private final Telling telling;
    private final Trainer trainer;
    private final Evaluation testing;
    private final Metrics.Log log = new Metrics.Log();
    private final Checkpoints checkpoints = new Checkpoints(Checkpoints.Budget.STANDARD);
    private final List<TensorMetric> gradientNorms;
    private final List<TensorMetric> updateRatios;
    private final long iterations;
    private final long measuringStride;
    private final long tensorStride;

    TrainingLoop(Setup setup, Engine engine) {
        this.setup = setup;
        this.telling = setup.telling();
        this.trainer = setup.trainer(engine);
        this.testing = setup.evaluation(setup.data().test(), EVALUATION_ROWS, engine);
        this.gradientNorms = tensorMetrics(setup, TensorMetric.Kind.GRADIENT_NORM);
        this.updateRatios = tensorMetrics(setup, TensorMetric.Kind.UPDATE_RATIO);
        log.expect(gradientNorms);
        log.expect(updateRatios);
        Training training = setup.experiment().training();
        this.iterations = training.iterations(trainer.iterationsPerEpoch());
        long unit = training.unit() == Training.Unit.EPOCHS ? trainer.iterationsPerEpoch() : 1;
        this.measuringStride = unit * divideUp(divideUp(iterations, unit), mostMeasurements());
        this.tensorStride = divideUp(iterations, MOST_TENSOR_MEASUREMENTS);
        measure();
        keep();
    }

    private static List<TensorMetric> tensorMetrics(Setup setup, TensorMetric.Kind kind) {
        return setup.network().parameters().names().stream()
                .map(name -> new TensorMetric(kind, name))
                .toList();
    }

    private long mostMeasurements() {
        long trained = iterations * setup.experiment().training().batchSize();
        long affordable = trained / setup.data().test().size();
        return Math.max(FEWEST_MEASUREMENTS, Math.min(MOST_MEASUREMENTS, affordable));
    }

    private static long divideUp(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }

    /** Runs one iteration; false if there was none left, or if a number was not finite. */
    boolean advance() {
        if (trainer.iteration() == iterations || trainer.divergence().isPresent()) {
            return false;
        }
        boolean measures = trainer.iteration() % tensorStride == 0;
        long number = trainer.iteration() + 1;
        trainer.measureTensors(measures);
        boolean finite = trainer.step();
        log.add(Metric.TRAIN_LOSS, number, trainer.loss());
        log.add(Metric.GRADIENT_NORM, number, trainer.gradientNorm());
        if (!finite) {
            return false;
        }
        log.add(Metric.LEARNING_RATE, number, trainer.learningRate());
        if (measures) {
            addTensors(number, trainer.tensorMeasures());
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

    private void addTensors(long number, TensorMeasures measures) {
        for (int i = 0; i < measures.tensors(); i++) {
            log.add(gradientNorms.get(i), number, measures.gradientNorm(i));
            // A bias that starts at 0 has no size yet that its first update could be measured by.
            if (Double.isFinite(measures.updateRatio(i))) {
                log.add(updateRatios.get(i), number, measures.updateRatio(i));
            }
        }
    }

    /** Keeps a checkpoint of now, if there is none yet and the numbers are finite. */
    void keep() {
        if (!checkpoints.has(trainer.iteration()) && trainer.divergence().isEmpty()) {
            checkpoints.add(trainer.checkpoint());
        }
    }

    private void measure() {
        Evaluation.Result result = trainer.evaluate(testing);
        telling.tell(result).forEach((metric, value) -> log.add(metric, trainer.iteration(), value));
        telling.byClass(result)
                .forEach((name, value) -> log.add(ClassMetric.ofClass(name), trainer.iteration(), value));
    }

    /** How the training stands after the last {@link #advance}. */
    Status status() {
        Optional<Divergence> divergence = trainer.divergence();
        if (divergence.isPresent()) {
            return Status.diverged(divergence.get());
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
