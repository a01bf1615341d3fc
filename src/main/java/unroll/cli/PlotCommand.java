package unroll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.WriteProblem;
import unroll.plot.Size;
import unroll.plot.Wording;
import unroll.plot.curves.CurveNote;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.curves.Series;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.plot.export.Origin;

/** Draws the training curves of runs. */
@Command(
        name = "plot",
        description = "Draws the training curves of one or more runs into one figure. Curves differ in colour, line"
                + " pattern and marker, so that they can be told apart on a black-and-white print.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: unroll plot runs/rnn runs/lstm --metric test.loss --log --out curves.pdf",
            "Example: unroll plot RNN=runs/a LSTM=runs/b --width 8.5cm --height 6cm --theme print --out fig.svg",
            "Example: unroll plot runs/rnn-* runs/lstm-* --band --smooth 0.9 --note 400=forgets --out seeds.png"
        })
final class PlotCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "[NAME=]RUN",
            arity = "1..*",
            description = "The folder of a run, or the name of one in the user's folder, and what the legend calls it.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "What to write; its ending says how: .png, .svg, .pdf, .csv or .tsv.")
    private Path out;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            defaultValue = "loss",
            description =
                    "loss (training and test), train.loss, test.loss, test.accuracy, gradient.norm, learning.rate;"
                            + " gradient.norm.each or update.ratio.each for a curve a tensor, gradient.norm.TENSOR or"
                            + " update.ratio.TENSOR for one, such as update.ratio.weight_hh_l0.")
    private String metric;

    @Option(names = "--log", description = "A logarithmic y axis.")
    private boolean log;

    @Option(names = "--log-x", description = "A logarithmic x axis.")
    private boolean logX;

    @Option(
            names = "--smooth",
            paramLabel = "X",
            defaultValue = "0",
            description = "The weight of the past in an exponential mean, from 0 to below 1; the raw curve stays behind"
                    + " it. Tables hold the raw numbers.")
    private double smooth;

    @Option(
            names = "--band",
            description = "Of runs that differ in their seed only, the mean in a band of one standard deviation to"
                    + " either side; a table has it as low and high.")
    private boolean band;

    @Option(
            names = "--cursor",
            paramLabel = "X",
            description = "A line at an iteration with every curve's value there.")
    private Double cursor;

    @Option(
            names = "--note",
            paramLabel = "X[@CURVE]=TEXT",
            description = "A note at an iteration, on the curve of this name or on the first; may be given again.")
    private List<String> notes = new ArrayList<>();

    @Option(
            names = "--width",
            paramLabel = "W",
            defaultValue = "800",
            converter = Length.Converter.class,
            description = "In " + Length.FORM + ".")
    private Length width;

    @Option(
            names = "--height",
            paramLabel = "H",
            defaultValue = "500",
            converter = Length.Converter.class,
            description = "In " + Length.FORM + ".")
    private Length height;

    @Mixin
    private FigureOptions figure;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem {
        figure.requireRanges(spec);
        FigureOptions.require(
                spec, RunCurves.isKnown(metric), "--metric", String.join(", ", RunCurves.names()), metric);
        FigureOptions.require(spec, smooth >= 0 && smooth < 1, "--smooth", "a number from 0 to below 1", smooth);
        List<NamedRun> named = NamedRun.read(runs);
        CurveSet curves = new RunCurves(band ? RunGroups.bySeeds(named) : RunGroups.alone(named), metric).curves();
        Exporter exporter = figure.exporter(new Size(width.pixels(), height.pixels()), origin(named));
        CurvesPainter painter = new CurvesPainter(curves, options(curves));
        try {
            FileFormat format = FileFormat.of(out);
            SafeFile.write(out, figure.existing(), file -> exporter.write(painter, format, file));
        } catch (IOException | WriteProblem problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
        }
        return ExitCode.DONE;
    }

    private CurveOptions options(CurveSet curves) {
        CurveOptions options = CurveOptions.DEFAULT
                .withLogX(logX)
                .withLogY(log)
                .withSmoothing(smooth)
                .withNotes(notes.stream().map(note -> note(note, curves)).toList())
                .withEmptyText("nothing was measured");
        return cursor == null ? options : options.withCursor(cursor);
    }

    private CurveNote note(String typed, CurveSet curves) {
        List<String> names = curves.series().stream()
                .filter(each -> !each.baseline())
                .map(Series::name)
                .toList();
        int equals = typed.indexOf('=');
        int at = typed.lastIndexOf('@', Math.max(0, equals));
        String place = typed.substring(0, at > 0 ? at : Math.max(0, equals));
        boolean isPlace = place.matches("\\d{1,12}(\\.\\d{1,6})?") && equals + 1 < typed.length();
        FigureOptions.require(spec, isPlace, "--note", "X[@CURVE]=TEXT, such as 400=forgets", typed);
        String curve = at > 0
                ? typed.substring(at + 1, equals)
                : names.stream().findFirst().orElse("");
        FigureOptions.require(
                spec,
                at < 0 || names.contains(curve),
                "--note",
                "one of the curves " + String.join(", ", names),
                curve);
        return new CurveNote(curve, Double.parseDouble(place), typed.substring(equals + 1));
    }

    private static String origin(List<NamedRun> runs) {
        Wording wording = PictureLanguage.english();
        List<Origin> origins = runs.stream()
                .map(each -> ExperimentName.origin(each.run().experiment(), wording)
                        .called(runs.size() == 1 ? "" : each.name()))
                .toList();
        return Origin.line(origins, wording);
    }
}
