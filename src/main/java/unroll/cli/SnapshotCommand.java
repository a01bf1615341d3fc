package unroll.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import unroll.debug.Passage;
import unroll.debug.Program;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.WriteProblem;
import unroll.plot.Painter;
import unroll.plot.Size;
import unroll.plot.export.Exporter;
import unroll.plot.export.FileFormat;
import unroll.plot.export.Film;
import unroll.plot.export.Origin;

/** Draws a view as the window shows it, without a window. */
@Command(
        name = "snapshot",
        description = "Draws a view of a lesson's or an experiment's network, or the stepping through it as a film,"
                + " without a display.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: unroll snapshot --experiment vanishing --against model.cell=lstm --view lanes --out both.svg",
            "Example: unroll snapshot --experiment vanishing --view gradient-flow --at backward:9:6 --out flow.pdf",
            "Example: unroll snapshot --lesson backward --phase backward --every step --out back.gif",
            "Example: unroll snapshot --experiment first-steps --view lanes --steps 1-3 --phase forward --frames slides"
        })
final class SnapshotCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private SnapshotSource source;

    @ArgGroup(multiplicity = "1")
    private SnapshotTarget target;

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

    @Mixin
    private FilmOptions film;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1000x500",
            description = "In px at 96 to the inch, or with a unit, such as 16x9cm.")
    private String size;

    @Option(names = "--lang", paramLabel = "LANGUAGE", defaultValue = "en", description = "en or zh.")
    private String language;

    @Mixin
    private FigureOptions figure;

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
        FigureOptions.require(spec, views.contains(view), "--view", these, view);
        figure.requireRanges(spec);
        FigureOptions.require(spec, PictureLanguage.of(language).isPresent(), "--lang", "en or zh", language);
        boolean moves = !view.equals(Views.CURVES);
        FigureOptions.require(spec, moves || !target.isFilm(), "--view", "one that follows the stepping", view);
        Size chosen = size();
        SnapshotViews shown = new SnapshotViews(
                view, PictureLanguage.of(language).orElseThrow(), chosen.width() / figure.textScale());
        try {
            return target.isFilm() ? film(shown, chosen) : still(shown, chosen);
        } catch (WriteProblem problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
        }
    }

    private Size size() {
        try {
            return Length.size(size);
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), "--size: " + problem.getMessage(), problem);
        }
    }

    private int film(SnapshotViews shown, Size chosen) throws ReadProblem, WriteProblem {
        ExperimentName name = source.resolve(spec);
        SteppedView stepped = stepped(shown, name);
        Passage passage = film.passage(spec, stepped.program(), cursor(shown, stepped.program()));
        List<Integer> cursors = passage.cursors();
        Film steps = new Film(
                cursors.size(),
                frame -> stepped.at().apply(cursors.get(frame)),
                frame -> Origin.place(stepped.program(), cursors.get(frame), shown.wording()),
                film.delay());
        Exporter exporter = figure.filmExporter(spec, chosen, shown.origin(name, against));
        return new FilmWriter(exporter, spec.commandLine().getErr()).write(steps, target, figure.existing());
    }

    private int still(SnapshotViews shown, Size chosen) throws ReadProblem, WriteProblem, InterruptedException {
        FileFormat format = target.format(spec);
        ExperimentName name = source.resolve(spec);
        String origin = shown.origin(name, against);
        Painter painter;
        if (view.equals(Views.CURVES)) {
            painter = curves(shown, name);
        } else {
            SteppedView stepped = stepped(shown, name);
            int cursor = cursor(shown, stepped.program());
            painter = stepped.at().apply(cursor);
            String place = Origin.place(stepped.program(), cursor, shown.wording());
            origin = place.isEmpty() ? origin : origin + " \u00b7 " + place;
        }
        Exporter exporter = figure.exporter(chosen, origin);
        SafeFile.write(target.path(), figure.existing(), file -> exporter.write(painter, format, file));
        return ExitCode.DONE;
    }

    private Painter curves(SnapshotViews shown, ExperimentName name) throws ReadProblem, InterruptedException {
        SnapshotCurves curves = new SnapshotCurves(spec.commandLine().getErr());
        return against.isEmpty() ? curves.single(name) : curves.pair(name, name.with(against), shown.wording());
    }

    private SteppedView stepped(SnapshotViews shown, ExperimentName name) throws ReadProblem {
        try {
            return against.isEmpty() ? shown.single(name) : shown.pair(name, name.with(against));
        } catch (IllegalArgumentException unfit) {
            throw new ParameterException(spec.commandLine(), unfit.getMessage(), unfit);
        }
    }

    private int cursor(SnapshotViews shown, Program program) {
        if (at == null) {
            return shown.usualCursor(program);
        }
        try {
            return Place.parse(at).in(program).cursor();
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), "--at: " + problem.getMessage(), problem);
        }
    }
}
