package unroll.plot.curves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import unroll.plot.Range;
import unroll.plot.axis.Axes;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.LogScale;
import unroll.plot.axis.Scale;

/** Curves as the options show them: smoothed if asked for, over the axes that hold what is visible. */
final class CurveData {
    private final CurveSet raw;
    private final CurveOptions options;
    private final List<Series> shown;
    private final boolean wholePlaces;

    CurveData(CurveSet raw, CurveOptions options) {
        this.raw = raw;
        this.options = options;
        this.shown = options.smoothing() == 0
                ? raw.series()
                : raw.series().stream()
                        .map(one -> smoothed(one, options.smoothing()))
                        .toList();
        this.wholePlaces =
                raw.curves().flatMapToDouble(one -> one.xs().stream()).allMatch(x -> x == Math.rint(x));
    }

    /** What the lines show, in the order of the set. */
    List<Series> shown() {
        return shown;
    }

    /** What was measured. */
    List<Series> raw() {
        return raw.series();
    }

    boolean isSmoothed() {
        return options.smoothing() > 0;
    }

    Axes axes() {
        Scale x = xScale(options.axes().zoom().orElseGet(this::allPlaces));
        return new Axes(x, yScale(x.range()), raw.xTitle(), raw.yTitle());
    }

    /** On a logarithmic axis from the first place that it can show. */
    private Scale xScale(Range places) {
        OptionalDouble first = raw.curves()
                .flatMapToDouble(one -> one.xs().stream())
                .filter(x -> x > 0 && x >= places.low())
                .min();
        return options.axes().logX() && first.isPresent() && first.getAsDouble() < places.high()
                ? new LogScale(new Range(Math.max(places.low(), first.getAsDouble()), places.high()))
                : LinearScale.tight(places.low(), places.high(), wholePlaces);
    }

    /** The index of the sample of a series that is closest to a place. */
    static int nearest(Series series, double x) {
        int above = series.xs().ceiling(x);
        if (above == 0) {
            return 0;
        }
        boolean below = above == series.xs().size()
                || x - series.xs().get(above - 1) < series.xs().get(above) - x;
        return below ? above - 1 : above;
    }

    private Range allPlaces() {
        List<Series> filled = raw.curves().filter(one -> !one.xs().isEmpty()).toList();
        double low = filled.stream().mapToDouble(one -> one.xs().get(0)).min().orElse(0);
        double high = filled.stream()
                .mapToDouble(one -> one.xs().get(one.xs().size() - 1))
                .max()
                .orElse(1);
        return low < high ? new Range(low, high) : new Range(low - 0.5, low + 0.5);
    }

    private Scale yScale(Range places) {
        Scale probe = options.axes().logY() ? LogScale.nice(1, 10) : new LinearScale(Range.UNIT, false);
        double[] visible = raw.series().stream()
                .flatMapToDouble(one -> visible(one, places))
                .filter(probe::accepts)
                .toArray();
        OptionalDouble low = DoubleStream.of(visible).min();
        OptionalDouble high = DoubleStream.of(visible).max();
        return options.axes().logY()
                ? LogScale.nice(low.orElse(0.1), high.orElse(1))
                : LinearScale.nice(low.orElse(0), high.orElse(1));
    }

    private static DoubleStream visible(Series one, Range places) {
        if (one.baseline()) {
            return one.ys().stream();
        }
        int first = one.xs().ceiling(places.low());
        int last = one.xs().ceiling(Math.nextUp(places.high()));
        DoubleStream ends = one.band().stream()
                .flatMap(band -> Stream.of(band.low(), band.high()))
                .flatMapToDouble(end -> end.stream().skip(first).limit(last - first));
        return DoubleStream.concat(one.ys().stream().skip(first).limit(last - first), ends);
    }

    private static Series smoothed(Series one, double weight) {
        Optional<Band> band = one.band()
                .map(raw -> new Band(Smoothing.smooth(raw.low(), weight), Smoothing.smooth(raw.high(), weight)));
        return one.baseline() ? one : one.withValues(Smoothing.smooth(one.ys(), weight), band);
    }
}
