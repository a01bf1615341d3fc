package unroll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.CursorPairing;
import unroll.debug.Knowledge;
import unroll.debug.Program;
import unroll.experiment.Setup;
import unroll.io.ReadProblem;
import unroll.io.RunFolder.Saved;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.WriteProblem;
import unroll.plot.Painter;
import unroll.plot.Size;
import unroll.plot.Wording;
import unroll.plot.curves.CurveOptions;
import unroll.plot.curves.CurvesPainter;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.plot.panel.PanelFigure;
import unroll.plot.panel.Sample;
import unroll.run.TrainingRun;

/** Draws a view as the window shows it, without a window. */
@Command(
        name = "snapshot",
        description = "Draws a view of a lesson's or an experiment's network, without a display.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: unroll snapshot --experiment vanishing --against model.cell=lstm --view lanes --out both.svg",
            "Example: unroll snapshot --experiment vanishing --view gradient-flow --at backward:9:6 --out flow.pdf"
        })
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final int MAX_SIZE = 20_000;
    private static final int DPI = 192;
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    /** The languages of pictures by name. */
    private static final Map<String, Locale> LANGUAGES = Map.of("en", Locale.ROOT, "zh", Locale.SIMPLIFIED_CHINESE);

    @ArgGroup(multiplicity = "1")
    private SnapshotSource source;

    @Option(
            names = "--against",
            paramLabel = "KEY=VALUE",
            description = "Draws the network beside itself with another value in a field of its file, such as "
                    + "model.cell=lstm; may be given again for more fields.")
    private Map<String, String> against = new LinkedHashMap<>();

    @Option(
            names = "--view",
            paramLabel = "NAME",
            defaultValue = Views.STAGE,
            completionCandidates = ViewNames.class,
            description = "${COMPLETION-CANDIDATES}; stage if not given. curves trains the network first.")
    private String view;

    @Option(
            names = "--at",
            paramLabel = "PHASE:T:LINE",
            description = "Where the debugger stands; at the end of the backward phase if not given.")
    private String at;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1000x500", description = "In pixels of 1/96 inch.")
    private String size;

    @Option(names = "--theme", paramLabel = "THEME", defaultValue = "light", description = "light, dark or print.")
    private String theme;

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private String language;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "What to write; its ending says how: .png, .svg, .pdf or .csv.")
    private Path out;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    /** For the help of the option. */
    static final class ViewNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return viewNames().iterator();
        }
    }

    private static List<String> viewNames() {
        List<String> names = new ArrayList<>(Views.NAMES);
        names.add(Views.CURVES);
        return names;
    }

    @Override
    public Integer call() throws ReadProblem, InterruptedException {
        List<String> views = against.isEmpty() ? viewNames() : ComparedViews.NAMES;
        String these = String.join(", ", views) + (against.isEmpty() ? "" : " with --against");
        require(views.contains(view), "--view", these, view);
        require(PictureTheme.of(theme).isPresent(), "--theme", PictureTheme.words(), theme);
        require(LANGUAGES.containsKey(language), "--lang", "en or zh", language);
        Exporter exporter =
                new Exporter(size(), PictureTheme.of(theme).orElseThrow().palette(), DPI);
        FileFormat format = format();
        Painter painter = painter(wording(), exporter.size().width());
        try {
            Existing existing = force ? Existing.REPLACE : Existing.KEEP;
            SafeFile.write(out, existing, file -> exporter.write(painter, format, file));
        } catch (WriteProblem problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
        }
        return ExitCode.DONE;
    }

    private void require(boolean holds, String option, String expected, Object found) {
        if (!holds) {
            String message = option + ": expected " + expected + ", found " + found;
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private Size size() {
        Matcher matcher = SIZE.matcher(size);
        boolean fits = matcher.matches() && side(matcher, 1) && side(matcher, 2);
        require(fits, "--size", "WxH with sides from 1 to " + MAX_SIZE + ", such as 1000x500", size);
        return new Size(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }

    private static boolean side(Matcher matcher, int group) {
        int side = Integer.parseInt(matcher.group(group));
        return side > 0 && side <= MAX_SIZE;
    }

    private FileFormat format() {
        try {
            return FileFormat.of(out);
        } catch (IOException unknown) {
            throw new ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }

    private Wording wording() {
        ResourceBundle words = ResourceBundle.getBundle(
                "unroll.i18n.figure",
                LANGUAGES.get(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Wording(words);
    }

    private Painter painter(Wording wording, double width) throws ReadProblem, InterruptedException {
        ExperimentName name = source.resolve(spec);
        if (against.isEmpty()) {
            return view.equals(Views.CURVES) ? curves(name.setup()) : single(name.setup(), wording, width);
        }
        ExperimentName changed = name.with(against);
        ComparedViews views = new ComparedViews(name.file().differences(changed.file()), wording);
        if (view.equals(Views.CURVES)) {
            return views.curves(trained(name.setup()), trained(changed.setup()));
        }
        Knowledge a = atStart(name.setup());
        Knowledge b = atStart(changed.setup());
        int steps = a.trace().steps();
        require(
                b.trace().steps() == steps,
                "--against",
                "a network on the same " + steps + " time steps",
                b.trace().steps());
        int cursor = cursor(a.program());
        int follows = new CursorPairing(a.program(), b.program()).follow(cursor);
        return views.painter(view, a.at(cursor), b.at(follows), width);
    }

    private Painter single(Setup setup, Wording wording, double width) {
        Knowledge start = atStart(setup);
        UpdateRule rule = setup.experiment().training().rule();
        return Views.measure(view, Sample.of(start.trace(), rule), width)
                .at(start.at(cursor(start.program())), wording);
    }

    private static Knowledge atStart(Setup setup) {
        Trace trace = Recorder.record(
                setup.network(), setup.initial(), setup.batch(Setup.Part.TRAIN, 0), setup.conditions(1));
        Schedule schedule = Schedule.of(
                setup.network(), setup.experiment().training().rule().lines());
        return new Knowledge(new Program(schedule, trace.steps()), 0, trace);
    }

    private int cursor(Program program) {
        if (at == null) {
            // only the end of all tells what the update does to the weights
            return view.equals(PanelFigure.WEIGHTS.id()) ? program.size() : program.end(Phase.BACKWARD);
        }
        try {
            return Place.parse(at).in(program).cursor();
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), "--at: " + problem.getMessage(), problem);
        }
    }

    private Painter curves(Setup setup) throws InterruptedException {
        RunCurves curves = new RunCurves(Map.of(setup.experiment().name(), trained(setup)), "loss");
        return new CurvesPainter(curves.curves(), CurveOptions.DEFAULT.withEmptyText("nothing was measured"));
    }

    private Saved trained(Setup setup) throws InterruptedException {
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        try (TrainingRun run = new TrainingRun(setup)) {
            run.start();
            while (!run.awaitEnd(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                if (Terminal.showsErrors()) {
                    bar.show(run.latest());
                }
            }
            if (Terminal.showsErrors()) {
                bar.clear();
            }
            return new Saved(setup.experiment(), run.latest().metrics(), setup.levels());
        }
    }
}
