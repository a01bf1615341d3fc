package unroll.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import unroll.io.SafeFile.Existing;
import unroll.plot.Palette;
import unroll.plot.Size;
import unroll.plot.export.Exporter;
import unroll.plot.export.Lettering;

/** How a figure is written, whatever it shows. */
final class FigureOptions {
    private static final int MAX_DPI = 2400;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "192",
            description = "Pixels to the inch of a .png, kept in the file; of a .gif and of frames 96 if not given.")
    private int dpi;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "light",
            description = "light, dark or print: white, black text, lines that survive a grey printer.")
    private String theme;

    @Option(
            names = "--font-size",
            paramLabel = "PT",
            defaultValue = "9",
            description = "Of titles, in points on paper, 4 to 72; all other text in proportion.")
    private double points;

    @Option(
            names = "--caption",
            paramLabel = "TEXT",
            description = "Stands below the figure; if not given, the experiment and the seed that made it.")
    private String caption;

    @Option(names = "--no-caption", description = "Nothing below the figure; the file still holds what made it.")
    private boolean bare;

    @Option(names = "--force", description = "Replaces what is there.")
    private boolean force;

    /** Ends the command where a value can't be. */
    void requireRanges(CommandSpec spec) {
        require(spec, dpi > 0 && dpi <= MAX_DPI, "--dpi", "a whole number from 1 to " + MAX_DPI, dpi);
        require(spec, PictureTheme.of(theme).isPresent(), "--theme", PictureTheme.words(), theme);
        boolean readable = points >= Lettering.LEAST_POINTS && points <= Lettering.MOST_POINTS;
        require(spec, readable, "--font-size", "a number from 4 to 72", points);
        require(spec, !bare || caption == null, "--no-caption", "no --caption beside it", caption);
    }

    /** Ends the command with what an option should have been. */
    static void require(CommandSpec spec, boolean holds, String option, String expected, Object found) {
        if (!holds) {
            String message = option + ": expected " + expected + ", found " + found;
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** How much larger than usual text is, so that less of a view fits into the picture. */
    double textScale() {
        return points / Lettering.USUAL_POINTS;
    }

    Existing existing() {
        return force ? Existing.REPLACE : Existing.KEEP;
    }

    /**
     * The exporter.
     *
     * @param origin what made the figure
     */
    Exporter exporter(Size size, String origin) {
        Palette palette = PictureTheme.of(theme).orElseThrow().palette();
        String below = bare ? "" : caption == null ? origin : caption;
        return new Exporter(size, palette, dpi, new Lettering(points, below, origin));
    }

    /** The same for pictures that move, which screens show. */
    Exporter filmExporter(CommandSpec spec, Size size, String origin) {
        Exporter exporter = exporter(size, origin);
        boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--dpi");
        return chosen ? exporter : new Exporter(size, exporter.palette(), Exporter.LOGICAL_DPI, exporter.lettering());
    }
}
