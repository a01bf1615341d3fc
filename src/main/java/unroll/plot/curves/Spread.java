package unroll.plot.curves;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The mean of curves that differ in their seed only, in a band of one standard deviation to either side. */
public final class Spread {
    private Spread() {}

    /**
     * The middle of curves at the places that all of them have.
     *
     * @param name of the mean
     * @param members at least two
     */
    public static Series of(String name, List<Series> members, Pen pen) {
        if (members.size() < 2) {
            throw new IllegalArgumentException("a spread needs two curves at least, not " + members.size());
        }
        List<Map<Double, Double>> curves = members.stream().map(Spread::byPlace).toList();
        List<Double> places = new ArrayList<>(curves.get(0).keySet());
        places.removeIf(x -> curves.stream().anyMatch(curve -> !curve.containsKey(x)));
        List<double[]> columns = places.stream()
                .map(x -> curves.stream().mapToDouble(curve -> curve.get(x)).toArray())
                .toList();
        Doubles middle = each(columns, Spread::mean);
        Band band = new Band(
                each(columns, values -> mean(values) - deviation(values)),
                each(columns, values -> mean(values) + deviation(values)));
        Doubles xs = Doubles.of(places.stream().mapToDouble(Double::doubleValue));
        return new Series(name, xs, middle, pen, Optional.of(band), false);
    }

    /** Where places repeat, the last value counts. */
    private static Map<Double, Double> byPlace(Series one) {
        Map<Double, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < one.xs().size(); i++) {
            values.put(one.xs().get(i), one.ys().get(i));
        }
        return values;
    }

    private static Doubles each(List<double[]> columns, ToDoubleFunction<double[]> measure) {
        return Doubles.of(columns.stream().mapToDouble(measure));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** That of a sample: n − 1 below the sum of squares. */
    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
