package unroll.ui.panels;

import java.util.List;
import java.util.Locale;
import unroll.experiment.Metric;

/** What the curves can show. */
enum CurveKind {
    LOSS(Metric.TRAIN_LOSS, Metric.TEST_LOSS),
    ACCURACY(Metric.TEST_ACCURACY),
    GRADIENT(Metric.GRADIENT_NORM);

    private final List<Metric> metrics;

    CurveKind(Metric... metrics) {
        this.metrics = List.of(metrics);
    }

    List<Metric> metrics() {
        return metrics;
    }

    /** Of the axis and of the choice. */
    String titleKey() {
        return "panels.kind." + name().toLowerCase(Locale.ROOT);
    }
}
