package unroll.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was measured of a run so far.
 *
 * @param curves one for each measure that was taken at least once: first those of the whole training, then those of the
 *     classes, then those of the tensors, kind by kind; each in the order in which they lie
 */
public record Metrics(Map<Measure, Curve> curves) {
    public static final Metrics NONE = new Metrics(Map.of());

    public Metrics {
        Map<Measure, Curve> ordered = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (curves.containsKey(metric)) {
                ordered.put(metric, curves.get(metric));
            }
        }
        curves.forEach((measure, curve) -> {
            if (measure instanceof ClassMetric) {
                ordered.put(measure, curve);
            }
        });
        for (TensorMetric.Kind kind : TensorMetric.Kind.values()) {
            curves.forEach((measure, curve) -> {
                if (measure instanceof TensorMetric metric && metric.kind() == kind) {
                    ordered.put(measure, curve);
                }
            });
        }
        curves = Collections.unmodifiableMap(ordered);
    }

    /** The curve of a measure; empty if it was not taken. */
    public Curve of(Measure measure) {
        return curves.getOrDefault(measure, Curve.empty());
    }

    /** What was measured of each class. */
    public List<ClassMetric> ofClasses() {
        return curves.keySet().stream()
                .filter(ClassMetric.class::isInstance)
                .map(ClassMetric.class::cast)
                .toList();
    }

    /** What was measured of one kind, one a tensor. */
    public List<TensorMetric> ofTensors(TensorMetric.Kind kind) {
        return curves.keySet().stream()
                .filter(TensorMetric.class::isInstance)
                .map(TensorMetric.class::cast)
                .filter(metric -> metric.kind() == kind)
                .toList();
    }

    /** Collects measurements. One thread at a time; the metrics that it gives out may be read by any. */
    public static final class Log {
        private final Map<Measure, Curve.Builder> builders = new LinkedHashMap<>();

        /** Gives measures their places, in this order, before the first of them is taken. */
        public void expect(List<? extends Measure> measures) {
            measures.forEach(measure -> builders.computeIfAbsent(measure, any -> new Curve.Builder()));
        }

        /**
         * Adds a measurement.
         *
         * @param iteration how many iterations had been done; it must not fall
         */
        public void add(Measure measure, long iteration, double value) {
            builders.computeIfAbsent(measure, any -> new Curve.Builder()).add(iteration, value);
        }

        /** What has been added so far. */
        public Metrics metrics() {
            Map<Measure, Curve> curves = new LinkedHashMap<>();
            builders.forEach((measure, builder) -> curves.put(measure, builder.curve()));
            curves.values().removeIf(Curve::isEmpty);
            return new Metrics(curves);
        }
    }
}
