package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.model.Parameters;
import unroll.core.tensor.Tensor;
import unroll.experiment.Forecast;
import unroll.experiment.Setup;
import unroll.plot.Painter;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The test part of a series and what the network foretells of it. */
final class ForecastPicture {
    private final int fedBack;
    private final Workbench workbench;
    private final Messages messages;
    private Setup foretoldFor;
    private Parameters foretoldBy;
    private Painter foretold;

    ForecastPicture(int fedBack, Workbench workbench, Messages messages) {
        this.fedBack = fedBack;
        this.workbench = workbench;
        this.messages = messages;
    }

    /** Foretells with the weights that are shown; while they are trained, the last forecast stays. */
    Optional<Painter> painter() {
        Setup setup = workbench.setup().get();
        Parameters weights = workbench.trace().get().parameters();
        if (setup == null || !Forecast.isPossible(setup)) {
            return Optional.empty();
        }
        boolean isOld = !weights.equals(foretoldBy) || !setup.equals(foretoldFor);
        boolean waits = foretold != null && workbench.training().get();
        if (isOld && !waits) {
            foretoldFor = setup;
            foretoldBy = weights;
            foretold = new CurvesPainter(curves(setup, Forecast.of(setup, weights, fedBack)), CurveOptions.DEFAULT);
        }
        return Optional.of(foretold);
    }

    private CurveSet curves(Setup setup, Forecast forecast) {
        double[] places = places(forecast.labels());
        List<Series> series = new ArrayList<>();
        series.add(series("lesson.forecast.measured", places, forecast.measured(), 0));
        if (fedBack > 0) {
            series.add(series("lesson.forecast.fedBack", places, forecast.fedBack(), 1)
                    .dashed(1));
        } else {
            series.add(
                    series("lesson.forecast.ahead", places, forecast.ahead(), 1).dashed(1));
        }
        String x = messages.text("lesson.forecast.x");
        return new CurveSet(x, setup.outputNames().get(0), series);
    }

    private Series series(String key, double[] places, Tensor values, int color) {
        Doubles xs = Doubles.of(IntStream.range(0, values.size()).mapToDouble(i -> places[i]));
        return Series.curve(messages.text(key), xs, Doubles.of(values.toArray()), color);
    }

    /** The labels where all are numbers, such as years; else the values are counted. */
    private static double[] places(List<String> labels) {
        boolean numbers = labels.stream().allMatch(label -> label.matches("\\d{1,6}(\\.\\d{1,6})?"));
        return IntStream.range(0, labels.size())
                .mapToDouble(i -> numbers ? Double.parseDouble(labels.get(i)) : i + 1)
                .toArray();
    }
}
