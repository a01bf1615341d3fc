package unroll.experiment;

import java.util.Optional;

/** What a curve is of: a number of the whole training, of one class, or of one parameter tensor. */
public sealed interface Measure permits Metric, ClassMetric, TensorMetric {
    /** The name in files and commands. */
    String id();

    /** The measure with a name. */
    static Optional<Measure> of(String id) {
        Optional<Measure> metric = Metric.of(id).map(each -> each);
        return metric.or(() -> ClassMetric.of(id)).or(() -> TensorMetric.of(id));
    }
}
