package unroll.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unroll.experiment.Forecast;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.TextFile;
import unroll.io.WeightsFile;
import unroll.io.WriteProblem;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.chart.LabelledCurves;
import unroll.plot.chart.LabelledCurves.Line;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurveSet;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;

/** Foretells the test part of a series. */
@Command(
        name = "forecast",
        description = "Foretells the test part of a series with trained weights: one step ahead, and many steps with"
                + " each forecast fed back. Prints the root errors in the data's units.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: unroll forecast sunspots --weights trained.json --out years.csv"})
final class ForecastCommand implements Callable<Integer> {
    private static final Size SIZE = new Size(800, 400);
    private static final int DPI = 192;

    @Parameters(paramLabel = "EXPERIMENT", description = "A built-in experiment's name, or a JSON file.")
    private String experiment;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            required = true,
            description = "Trained weights, as unroll train --weights writes them.")
    private Path weights;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many values are foretold from forecasts alone; 30 if not given.")
    private int steps;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a field by its path, such as task.window=24. May be given several times.")
    private Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Also draws it; .png, .svg, .pdf, or the numbers as .csv.")
    private Path out;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem, WriteProblem {
        Setup setup = ExperimentName.resolve(experiment).with(changes).setup();
        require(steps >= 1, "--steps: expected a whole number from 1 on, found " + steps);
        require(
                Forecast.isPossible(setup),
                experiment + ": expected a series that is split by time, without gaps, and asked for at the last step");
        WeightsFile trained = WeightsFile.read(TextFile.read(weights), setup.network());
        Forecast forecast = Forecast.of(setup, trained.parameters(), steps);
        if (out != null) {
            draw(setup, forecast);
        }
        JsonObject errors = new JsonObject();
        errors.addProperty("experiment", setup.experiment().name());
        errors.addProperty("steps", forecast.fedBack().size());
        errors.addProperty("ahead", forecast.errorAhead(steps));
        errors.addProperty("fedBack", forecast.errorFedBack());
        errors.addProperty("held", forecast.errorHeld(steps));
        spec.commandLine().getOut().println(errors);
        return ExitCode.DONE;
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), complaint);
        }
    }

    private void draw(Setup setup, Forecast forecast) throws WriteProblem {
        CurveSet curves = new LabelledCurves(
                        forecast.labels(),
                        List.of(
                                new Line("measured", forecast.measured()),
                                new Line("one step ahead", forecast.ahead()),
                                new Line("fed back", forecast.fedBack())))
                .curves("test part", setup.outputNames().get(0));
        CurvesPainter painter = new CurvesPainter(curves, CurveOptions.DEFAULT);
        Exporter exporter = new Exporter(SIZE, Palette.light(), DPI);
        try {
            FileFormat format = FileFormat.of(out);
            Existing existing = force ? Existing.REPLACE : Existing.KEEP;
            SafeFile.write(out, existing, file -> exporter.write(painter, format, file));
        } catch (IOException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
