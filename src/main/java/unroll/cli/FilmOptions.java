package unroll.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import unroll.core.model.Phase;
import unroll.debug.Passage;
import unroll.debug.Program;
import unroll.debug.Stride;
import unroll.plot.export.Film;

/** Which part of the debugger's stepping is shown, and how fast. */
final class FilmOptions {
    private static final Pattern STEPS = Pattern.compile("(\\d{1,6})-(\\d{1,6})");

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "Of a film: forward, backward or update; that of --at if not given.")
    private String phase;

    @Option(names = "--steps", paramLabel = "A-B", description = "Of a film: the time steps A to B of the phase only.")
    private String steps;

    @Option(names = "--from", paramLabel = "PHASE:T:LINE", description = "Of a film: where it begins.")
    private String from;

    @Option(names = "--to", paramLabel = "PHASE:T:LINE", description = "Of a film: where it ends.")
    private String to;

    @Option(
            names = "--every",
            paramLabel = "WHAT",
            defaultValue = "line",
            description = "Of a film: a picture a line, or a time step (step).")
    private String every;

    @Option(
            names = "--delay",
            paramLabel = "MS",
            defaultValue = "400",
            description = "Of a .gif: how long each picture is shown, 20 to 60000 ms.")
    private int delay;

    int delay() {
        return delay;
    }

    /**
     * The part that is shown.
     *
     * @param cursor where the debugger stands
     */
    Passage passage(CommandSpec spec, Program program, int cursor) {
        FigureOptions.require(
                spec,
                delay >= Film.LEAST_MILLIS && delay <= Film.MOST_MILLIS,
                "--delay",
                "a whole number from 20 to 60000",
                delay);
        Stride stride = of("--every", every, Stride.values(), spec);
        Phase chosen = phase == null ? Passage.phaseAt(program, cursor) : of("--phase", phase, Phase.values(), spec);
        try {
            Passage whole = steps == null ? Passage.of(program, chosen, stride) : steps(spec, program, chosen, stride);
            int first =
                    from == null ? whole.from() : Place.parse(from).in(program).cursor() - 1;
            int last = to == null ? whole.to() : Place.parse(to).in(program).cursor();
            Passage passage = new Passage(program, first, last, stride);
            requireFew(passage.cursors());
            return passage;
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), problem.getMessage(), problem);
        }
    }

    private Passage steps(CommandSpec spec, Program program, Phase chosen, Stride stride) {
        Matcher matcher = STEPS.matcher(steps);
        FigureOptions.require(spec, matcher.matches(), "--steps", "A-B, such as 1-5", steps);
        int one = Integer.parseInt(matcher.group(1));
        return Passage.ofSteps(program, chosen, one, Integer.parseInt(matcher.group(2)), stride);
    }

    private static void requireFew(List<Integer> cursors) {
        if (cursors.size() > Film.MOST_FRAMES) {
            throw new IllegalArgumentException("the film would have " + cursors.size() + " pictures, but at most "
                    + Film.MOST_FRAMES + " are written: choose fewer --steps, or --every step");
        }
    }

    private static <T extends Enum<T>> T of(String option, String word, T[] values, CommandSpec spec) {
        Function<T, String> name = each -> each.name().toLowerCase(Locale.ROOT);
        String words = Arrays.stream(values).map(name).collect(Collectors.joining(", "));
        return Arrays.stream(values)
                .filter(each -> name.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), option + ": expected one of " + words + ", found " + word));
    }
}
