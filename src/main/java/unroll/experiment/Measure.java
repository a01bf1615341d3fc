package unroll.experiment;

import java.util.Optional;

/** What a curve is of: a number of the whole training, or of one parameter tensor. */
public sealed interface Measure permits Metric, TensorMetric {
    /** The name in files and commands. */
    String id();

    /** The measure with a name. */
    static Optional<Measure> of(String id) {
        Optional<Measure> metric = Metric.of(id).map(each -> each);
        return metric.isPresent() ? metric : TensorMetric.of(id).map(each -> each);
    }
}
