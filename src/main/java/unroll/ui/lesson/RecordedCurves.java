package unroll.ui.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import unroll.experiment.Level;
import unroll.experiment.Metric;
import unroll.io.FigureFile;
import unroll.io.ReadProblem;
import unroll.lesson.LessonSource;
import unroll.plot.Range;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Doubles;
import unroll.plot.curves.Series;
import unroll.ui.panels.LevelName;
import unroll.ui.state.Messages;

/** Curves that a lesson brings along. */
final class RecordedCurves {
    /** The share of a training that its first fall takes: it would leave the rest no height to differ in. */
    private static final double OUTSET = 0.1;

    private final FigureFile file;
    private final Messages messages;

    private RecordedCurves(FigureFile file, Messages messages) {
        this.file = file;
        this.messages = messages;
    }

    /** Reads a lesson's curves; throws if its folder has none of this name, or they can't be read. */
    static CurvesPainter painter(LessonSource source, String name, Messages messages) throws ReadProblem {
        RecordedCurves recorded = new RecordedCurves(FigureFile.read(source.file(name + ".csv")), messages);
        CurveSet curves = recorded.curves();
        CurveOptions options = curves.places()
                .map(places -> CurveOptions.DEFAULT.withZoom(new Range(places.at(OUTSET), places.high())))
                .orElse(CurveOptions.DEFAULT);
        return new CurvesPainter(curves, options);
    }

    private CurveSet curves() {
        List<Series> levels = new ArrayList<>();
        List<Series> curves = new ArrayList<>();
        for (int column = 1; column < file.columns().size(); column++) {
            double[] values = file.column(column);
            String name = file.columns().get(column);
            if (isLevel(values)) {
                Level level = new Level(name, Metric.TEST_LOSS, values[0]);
                levels.add(Series.baseline(LevelName.of(level, messages), values[0]));
            } else {
                curves.add(curve(shortened(name), values, curves.size()));
            }
        }
        levels.addAll(curves);
        return new CurveSet(messages.text("lesson.curves.iteration"), messages.text("lesson.curves.testLoss"), levels);
    }

    /** Without its initialiser, which the text speaks of. */
    private static String shortened(String run) {
        return run.replaceAll(" \\(.*\\)$", "");
    }

    /** What a rule without a network reaches stands in every row. */
    private static boolean isLevel(double[] values) {
        return values.length > 1 && Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private Series curve(String name, double[] values, int color) {
        DoubleStream.Builder places = DoubleStream.builder();
        DoubleStream.Builder measured = DoubleStream.builder();
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                places.add(file.values().at(row, 0));
                measured.add(values[row]);
            }
        }
        return Series.curve(name, Doubles.of(places.build()), Doubles.of(measured.build()), color);
    }
}
