package unroll.ui.lesson;

import java.util.List;
import java.util.Optional;
import unroll.core.model.Parameters;
import unroll.experiment.Forecast;
import unroll.experiment.Setup;
import unroll.plot.Painter;
import unroll.plot.chart.LabelledCurves;
import unroll.plot.chart.LabelledCurves.Line;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.ui.state.Messages;
import unroll.ui.state.Workbench;

/** The test part of a series and what the network foretells of it. */
final class ForecastPicture {
    private final int fedBack;
    private final Workbench workbench;
    private final Messages messages;
    private Setup foretoldFor;
    private Parameters foretoldBy;
    private Painter painted;

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
        boolean waits = painted != null && workbench.training().get();
        if (isOld && !waits) {
            foretoldFor = setup;
            foretoldBy = weights;
            painted = new CurvesPainter(curves(setup, Forecast.of(setup, weights, fedBack)), CurveOptions.DEFAULT);
        }
        return Optional.of(painted);
    }

    private CurveSet curves(Setup setup, Forecast forecast) {
        Line measured = new Line(messages.text("lesson.forecast.measured"), forecast.measured());
        Line foretold = fedBack > 0
                ? new Line(messages.text("lesson.forecast.fedBack"), forecast.fedBack())
                : new Line(messages.text("lesson.forecast.ahead"), forecast.ahead());
        return new LabelledCurves(forecast.labels(), List.of(measured, foretold))
                .curves(messages.text("lesson.forecast.x"), setup.outputNames().get(0));
    }
}
