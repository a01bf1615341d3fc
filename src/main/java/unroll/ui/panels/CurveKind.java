package unroll.ui.panels;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.experiment.Measure;
import unroll.experiment.Metric;
import unroll.experiment.Metrics;
import unroll.experiment.Task;
import unroll.experiment.TensorMetric;

/** What the curves can show. */
public enum CurveKind {
    LOSS(Metric.TRAIN_LOSS, Metric.TEST_LOSS),
    ACCURACY(Metric.TEST_ACCURACY, Metric.TEST_SEQUENCE_ACCURACY),
    BITS(Metric.TEST_BITS),
    ERROR(Metric.TEST_ROOT_ERROR, Metric.TEST_ABSOLUTE_ERROR),
    GRADIENT(Metric.GRADIENT_NORM),
    GRADIENTS(TensorMetric.Kind.GRADIENT_NORM),
    UPDATES(TensorMetric.Kind.UPDATE_RATIO),
    RATE(Metric.LEARNING_RATE);

    private final List<Metric> metrics;
    private final Optional<TensorMetric.Kind> tensors;

    CurveKind(Metric... metrics) {
        this.metrics = List.of(metrics);
        this.tensors = Optional.empty();
    }

    CurveKind(TensorMetric.Kind kind) {
        this.metrics = List.of();
        this.tensors = Optional.of(kind);
    }

    /** What of a run is shown. */
    public List<Measure> measures(Metrics run) {
        return tensors.isPresent() ? List.copyOf(run.ofTensors(tensors.get())) : List.copyOf(metrics);
    }

    /** Whether there is a curve for each parameter tensor, so that one run fills the figure. */
    public boolean isByTensor() {
        return tensors.isPresent();
    }

    public boolean shows(Metric metric) {
        return metrics.contains(metric);
    }

    /** Whether a task has answers of the sort that is measured. */
    public boolean fits(Task task) {
        return switch (this) {
            case ACCURACY -> task.classifies();
            case BITS -> task.spells();
            case ERROR -> !task.classifies();
            default -> true;
        };
    }

    /** Of the axis and of the choice. */
    public String titleKey() {
        return "panels.kind." + name().toLowerCase(Locale.ROOT);
    }
}
