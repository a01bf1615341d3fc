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
    /** The levels of all baselines of a data set, in the terms of its task. */
    static List<Level> of(List<Baseline> baselines, Telling telling) {
        List<Level> levels = new ArrayList<>();
        for (Baseline baseline : baselines) {
            telling.tell(baseline.test())
                    .forEach((metric, value) -> levels.add(new Level(baseline.name(), metric, value)));
        }
        return levels;
    }
}
