package unroll.plot.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import unroll.core.tensor.Tensor;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;

/**
 * Curves over places that have labels, such as years: where all labels are numbers, these are the places, else they are
 * counted from 1.
 *
 * @param labels of the places
 * @param lines each begins at the first place; the first is solid, those after it are dashed
 */
public record LabelledCurves(List<String> labels, List<Line> lines) {
    /**
     * One curve.
     *
     * @param values of shape [places or fewer]
     */
    public record Line(String name, Tensor values) {}

    public LabelledCurves {
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
    }

    /** The curves as a figure's series. */
    public CurveSet curves(String xTitle, String yTitle) {
        double[] places = places();
        List<Series> series = new ArrayList<>();
        for (Line line : lines) {
            Doubles xs = Doubles.of(IntStream.range(0, line.values().size()).mapToDouble(i -> places[i]));
            Series curve =
                    Series.curve(line.name(), xs, Doubles.of(line.values().toArray()), series.size());
            series.add(series.isEmpty() ? curve : curve.dashed(1));
        }
        return new CurveSet(xTitle, yTitle, series);
    }

    private double[] places() {
        boolean numbers = labels.stream().allMatch(label -> label.matches("\\d{1,6}(\\.\\d{1,6})?"));
        return IntStream.range(0, labels.size())
                .mapToDouble(i -> numbers ? Double.parseDouble(labels.get(i)) : i + 1)
                .toArray();
    }
}
