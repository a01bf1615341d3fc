package unroll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import unroll.io.Home;
import unroll.io.ReadProblem;
import unroll.io.RunFolder;
import unroll.io.RunFolder.Saved;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.WriteProblem;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;

/** Draws the training curves of runs. */
@Command(
        name = "plot",
        description = "Draws the training curves of one or more runs into one figure.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: unroll plot runs/rnn runs/lstm --metric test.loss --log --out curves.pdf"})
final class PlotCommand implements Callable<Integer> {
    private static final double MAX_SIZE = 20_000;
    private static final int MAX_DPI = 2400;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "The folder of a run, or the name of one in the user's folder.")
    private List<String> runs;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "What to write; its ending says how: .png, .svg, .pdf or .csv.")
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

    @Option(
            names = "--smooth",
            paramLabel = "X",
            defaultValue = "0",
            description = "The weight of the past in an exponential mean, from 0 to below 1.")
    private double smooth;

    @Option(names = "--width", paramLabel = "W", defaultValue = "800", description = "In pixels of 1/96 inch.")
    private double width;

    @Option(names = "--height", paramLabel = "H", defaultValue = "500", description = "In pixels of 1/96 inch.")
    private double height;

    @Option(names = "--dpi", paramLabel = "N", defaultValue = "192", description = "Of a .png.")
    private int dpi;

    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light, dark or print.")
    private String theme;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ReadProblem {
        requireRanges();
        Exporter exporter = new Exporter(new Size(width, height), palette(), dpi);
        CurveOptions options =
                CurveOptions.DEFAULT.withLogY(log).withSmoothing(smooth).withEmptyText("nothing was measured");
        CurvesPainter painter = new CurvesPainter(new RunCurves(read(), metric).curves(), options);
        try {
            FileFormat format = FileFormat.of(out);
            SafeFile.write(
                    out, force ? Existing.REPLACE : Existing.KEEP, file -> exporter.write(painter, format, file));
        } catch (IOException | WriteProblem problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
        }
        return ExitCode.DONE;
    }

    private void requireRanges() {
        require(RunCurves.isKnown(metric), "--metric", String.join(", ", RunCurves.names()), metric);
        require(smooth >= 0 && smooth < 1, "--smooth", "a number from 0 to below 1", smooth);
        require(width > 0 && width <= MAX_SIZE, "--width", "a number up to " + MAX_SIZE, width);
        require(height > 0 && height <= MAX_SIZE, "--height", "a number up to " + MAX_SIZE, height);
        require(dpi > 0 && dpi <= MAX_DPI, "--dpi", "a whole number from 1 to " + MAX_DPI, dpi);
    }

    private void require(boolean holds, String option, String expected, Object found) {
        if (!holds) {
            String message = option + ": expected " + expected + ", found " + found;
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private Palette palette() {
        require(PictureTheme.of(theme).isPresent(), "--theme", PictureTheme.words(), theme);
        return PictureTheme.of(theme).orElseThrow().palette();
    }

    private Map<String, Saved> read() throws ReadProblem {
        Map<String, Saved> saved = new LinkedHashMap<>();
        for (String run : runs) {
            saved.put(unused(run, saved), folder(run).read());
        }
        return saved;
    }

    /** A run's name in the legend: its folder's, with a number if another has the same. */
    private static String unused(String run, Map<String, Saved> used) {
        String name = Path.of(run).toAbsolutePath().normalize().getFileName().toString();
        List<String> tried = new ArrayList<>(List.of(name));
        while (used.containsKey(tried.get(tried.size() - 1))) {
            tried.add(name + " (" + (tried.size() + 1) + ")");
        }
        return tried.get(tried.size() - 1);
    }

    private static RunFolder folder(String run) throws ReadProblem {
        RunFolder here = new RunFolder(Path.of(run));
        if (here.exists()) {
            return here;
        }
        RunFolder kept = new RunFolder(Home.ofUser().runs().resolve(run));
        if (kept.exists()) {
            return kept;
        }
        String expectation = Files.exists(Path.of(run)) ? "this folder has no run.json" : "there is no such run";
        throw new ReadProblem(run, "", expectation, "give a folder that unroll train --out has made");
    }
}
