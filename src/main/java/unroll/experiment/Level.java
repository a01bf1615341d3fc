package unroll.experiment;

import java.util.ArrayList;
import java.util.List;
import unroll.core.data.Baseline;

/**
 * What a rule without a network reaches in a metric: a line to compare a curve with.
 *
 * @param name such as {@code last value}
 */
public record Level(String name, Metric metric, double value) {
    /** The levels of all baselines of a data set. */
    static List<Level> of(List<Baseline> baselines) {
        List<Level> levels = new ArrayList<>();
        for (Baseline baseline : baselines) {
            levels.add(
                    new Level(baseline.name(), Metric.TEST_LOSS, baseline.test().loss()));
            baseline.test()
                    .accuracy()
                    .ifPresent(accuracy -> levels.add(new Level(baseline.name(), Metric.TEST_ACCURACY, accuracy)));
        }
        return levels;
    }
}
