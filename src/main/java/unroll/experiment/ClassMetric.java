package unroll.experiment;

import java.util.Optional;

/**
 * The share of right answers in the test set where one class was asked for.
 *
 * @param name of the class, in letters, digits and what joins them
 */
public record ClassMetric(String name) implements Measure {
    private static final String PREFIX = Metric.TEST_ACCURACY.id() + ".";

    /** The measure of a class whatever it is called: other signs than letters and digits become underscores. */
    public static ClassMetric ofClass(String name) {
        return new ClassMetric(name.replaceAll("[^\\p{L}\\p{N}_-]", "_"));
    }

    @Override
    public String id() {
        return PREFIX + name;
    }

    static Optional<ClassMetric> of(String id) {
        boolean fits = id.matches(PREFIX.replace(".", "\\.") + "[\\p{L}\\p{N}_-]+");
        return fits ? Optional.of(new ClassMetric(id.substring(PREFIX.length()))) : Optional.empty();
    }
}
