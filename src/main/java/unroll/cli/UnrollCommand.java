package unroll.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import unroll.io.ReadProblem;
import unroll.io.WriteProblem;

/** The program as a command; each thing that it does without a window is a command of its own below it. */
@Command(
        name = "unroll",
        description = "A debugger for recurrent neural networks.",
        mixinStandardHelpOptions = true,
        versionProvider = UnrollCommand.Version.class,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "unroll                 opens the window",
            "       unroll FILE            opens it on an experiment or a lesson",
            "       unroll COMMAND ...     works without a window"
        },
        footer = {"", "Example: unroll train sunspots --seed 0"})
public final class UnrollCommand implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            LessonsCommand.class,
            ExperimentsCommand.class,
            TrainCommand.class,
            TraceCommand.class,
            BenchCommand.class,
            PlotCommand.class,
            ForecastCommand.class,
            SnapshotCommand.class,
            CheckCommand.class);

    @Spec
    private CommandSpec spec;

    /** The version that the jar carries. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = UnrollCommand.class.getPackage().getImplementationVersion();
            return new String[] {"unroll " + (version == null ? "(from the source tree)" : version)};
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    /** The names of all commands. */
    public static Set<String> names() {
        return COMMANDS.stream().map(UnrollCommand::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** With the command that is meant, if it is there: making the others ready would take most of a short command's time. */
    private static CommandLine commandLine(String[] arguments) {
        CommandLine line = new CommandLine(new UnrollCommand());
        boolean isMeant = arguments.length > 0 && names().contains(arguments[0]);
        COMMANDS.stream()
                .filter(command -> !isMeant || name(command).equals(arguments[0]))
                .forEach(line::addSubcommand);
        return line;
    }

    /**
     * Runs a command and ends every trouble in one line.
     *
     * @param out for results
     * @param err for messages and progress
     * @return the exit code
     */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = commandLine(arguments);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((problem, given) -> complain(err, reason(problem)));
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            if (problem instanceof ReadProblem || problem instanceof WriteProblem) {
                return complain(err, problem.getMessage());
            }
            throw problem;
        });
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** Picocli names the words that it can't place; a first one was meant as a command or a file. */
    private static String reason(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && problem.getCommandLine().getParent() == null
                && !unmatched.isUnknownOption()) {
            return "there is no command and no file " + unmatched.getUnmatched().get(0) + "; commands are "
                    + String.join(", ", names());
        }
        return problem.getMessage();
    }

    private static int complain(PrintWriter err, String reason) {
        err.println("unroll: " + String.valueOf(reason).replaceAll("\\R", " "));
        err.flush();
        return ExitCode.USAGE;
    }
}
