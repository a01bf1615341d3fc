package unroll.lesson;

import java.util.OptionalDouble;
import unroll.experiment.Curve;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;

/** What was measured of a training. */
final class Trained {
    /** Solved means so large a share of right classes, or so small a loss where numbers are asked for. */
    private static final double SOLVED_ACCURACY = 0.99;

    private static final double SOLVED_LOSS = 0.05;

    private final Metrics metrics;

    Trained(Metrics metrics) {
        this.metrics = metrics;
    }

    OptionalDouble latest(Metric metric) {
        Curve curve = metrics.of(metric);
        return curve.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(curve.value(curve.size() - 1));
    }

    /** Before the first iteration: of the weights that the training began with. */
    OptionalDouble first(Metric metric) {
        Curve curve = metrics.of(metric);
        return curve.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(curve.value(0));
    }

    OptionalDouble largest(Metric metric) {
        return metrics.of(metric).values().max();
    }

    /** The first iteration after which the test set was solved; empty as long as it is not. */
    OptionalDouble solvedAfter() {
        Curve accuracy = metrics.of(Metric.TEST_ACCURACY);
        Curve curve = accuracy.isEmpty() ? metrics.of(Metric.TEST_LOSS) : accuracy;
        for (int i = 0; i < curve.size(); i++) {
            double value = curve.value(i);
            if (accuracy.isEmpty() ? value < SOLVED_LOSS : value >= SOLVED_ACCURACY) {
                return OptionalDouble.of((double) curve.iteration(i));
            }
        }
        return OptionalDouble.empty();
    }
}
