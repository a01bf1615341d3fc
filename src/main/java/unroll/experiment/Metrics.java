package unroll.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * All that was measured of a run so far.
 *
 * @param curves one for each metric that was measured at least once
 */
public record Metrics(Map<Metric, Curve> curves) {
    public static final Metrics NONE = new Metrics(Map.of());

    public Metrics {
        Map<Metric, Curve> ordered = new EnumMap<>(Metric.class);
        ordered.putAll(curves);
        curves = Collections.unmodifiableMap(ordered);
    }

    /** The curve of a metric; empty if it was not measured. */
    public Curve of(Metric metric) {
        return curves.getOrDefault(metric, Curve.empty());
    }

    /** Collects measurements. One thread at a time; the metrics that it gives out may be read by any. */
    public static final class Log {
        private final Map<Metric, Curve.Builder> builders = new EnumMap<>(Metric.class);

        /**
         * Adds a measurement.
         *
         * @param iteration how many iterations had been done; it must not fall
         */
        public void add(Metric metric, long iteration, double value) {
            builders.computeIfAbsent(metric, any -> new Curve.Builder()).add(iteration, value);
        }

        /** What has been added so far. */
        public Metrics metrics() {
            Map<Metric, Curve> curves = new EnumMap<>(Metric.class);
            builders.forEach((metric, builder) -> curves.put(metric, builder.curve()));
            return new Metrics(curves);
        }
    }
}
