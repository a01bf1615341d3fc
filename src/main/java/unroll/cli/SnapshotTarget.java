package unroll.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import unroll.plot.export.FileFormat;
import unroll.plot.export.Filming;

/** Where a picture goes, or the pictures of a film. */
final class SnapshotTarget {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "What to write; its ending says how: .png, .svg, .pdf, .csv or .tsv, or .gif for the"
                    + " stepping as an animation.")
    private Path out;

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "The stepping as numbered pictures, frame-0001.png and so on, in a folder of their own.")
    private Path frames;

    boolean isFilm() {
        return frames != null || out.toString().toLowerCase(Locale.ROOT).endsWith(Filming.GIF);
    }

    boolean isFolder() {
        return frames != null;
    }

    Path path() {
        return frames != null ? frames : out;
    }

    FileFormat format(CommandSpec spec) {
        try {
            return FileFormat.of(out);
        } catch (IOException unknown) {
            String message = unknown.getMessage() + ", or in " + Filming.GIF + " for the stepping";
            throw new ParameterException(spec.commandLine(), message, unknown);
        }
    }
}
