package unroll.cli;

import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import unroll.check.CaseAnalysis;
import unroll.core.model.Schedule;
import unroll.core.trace.Trace;
import unroll.debug.Position;
import unroll.debug.Program;
import unroll.experiment.Setup;
import unroll.io.BuiltIn;
import unroll.io.CaseFile;
import unroll.io.CaseResults;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.SafeFile.Existing;
import unroll.io.TextFile;
import unroll.io.WriteProblem;
import unroll.io.json.JsonText;

/** Computes a case of the reference format, or answers what a debugger knows at a place of it. */
@Command(
        name = "trace",
        description = "Runs the sequences of a case forwards and backwards and writes everything that was computed, "
                + "or tells what is known at a position of its program.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: unroll trace case.json --out traced.json",
            "         unroll trace case.json --at backward:9:8",
            "         unroll trace vanishing --at forward:3:1"
        })
final class TraceCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CASE.json",
            description = "A case, whose results are ignored; or an experiment, by its name or file: then the sequences"
                    + " that it looks at, with its first weights.")
    private String name;

    @ArgGroup(multiplicity = "1")
    private Wish wish;

    @Option(names = "--force", description = "Replaces a file that is there.")
    private boolean force;

    @Option(names = "--json", description = "With --positions: one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What to do with the case. */
    static final class Wish {
        @Option(names = "--out", paramLabel = "FILE", description = "Writes the case with everything computed.")
        private Path out;

        @Option(names = "--at", paramLabel = "PLACE", description = "Prints what is known there as JSON: " + Place.FORM)
        private String at;

        @Option(names = "--positions", description = "Lists all positions, a line each.")
        private boolean positions;
    }

    @Override
    public Integer call() throws ReadProblem, WriteProblem {
        CaseFile given = given();
        if (wish.out != null) {
            write(given);
            return ExitCode.DONE;
        }
        Program program =
                new Program(Schedule.of(given.network()), given.batch().steps());
        PrintWriter out = spec.commandLine().getOut();
        if (wish.positions) {
            for (int index = 0; index < program.size(); index++) {
                out.println(line(program.at(index)));
            }
        } else {
            Position position = position(program);
            out.println(JsonText.oneLine(new PositionReport(given.trace(), program, position).json()));
        }
        return ExitCode.DONE;
    }

    private CaseFile given() throws ReadProblem {
        if (BuiltIn.experiments().contains(name) || isExperiment()) {
            ExperimentName experiment = ExperimentName.resolve(name);
            Setup setup = Setup.of(experiment.file().experiment(), experiment.data());
            try {
                return CaseFile.of(setup, experiment.file().probe(), setup.initial());
            } catch (IllegalArgumentException unreadable) {
                throw new ReadProblem(name, "probe", unreadable.getMessage(), "");
            }
        }
        return CaseFile.read(Path.of(name));
    }

    private boolean isExperiment() throws ReadProblem {
        TextFile text = TextFile.read(Path.of(name));
        return JsonText.parseObject(text).has("task");
    }

    private void write(CaseFile given) throws WriteProblem {
        Trace trace = given.trace();
        JsonObject written = given.given().deepCopy();
        CaseResults results = new CaseResults(trace, given.detail());
        written.add("forward", results.forward());
        written.add("grad", results.grad());
        CaseAnalysis analysis = new CaseAnalysis(trace);
        if (analysis.isDefined()) {
            written.add("contribution", analysis.contribution());
            if (trace.rows() == 1 && !given.hasLengths()) {
                written.add("jacobian", analysis.jacobian());
            }
        }
        String text = JsonText.oneLine(written) + "\n";
        SafeFile.write(wish.out, force ? Existing.REPLACE : Existing.KEEP, text);
    }

    private String line(Position position) {
        return json
                ? JsonText.oneLine(PositionReport.place(position))
                : position.index() + "  " + Place.of(position) + "  "
                        + position.line().plain();
    }

    private Position position(Program program) {
        try {
            return Place.parse(wish.at).in(program);
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), "--at: " + problem.getMessage(), problem);
        }
    }
}
