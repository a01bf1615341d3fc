package unroll.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.debug.Breakpoint;
import unroll.experiment.Experiment;
import unroll.experiment.Probe;
import unroll.experiment.Setup;
import unroll.experiment.Setup.Part;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.Phrase;
import unroll.io.ReadProblem;
import unroll.io.TextFile;
import unroll.io.WeightsFile;
import unroll.io.json.Fields;

/** Reads what a step does, and the experiments and weights that lie beside the lesson. */
final class ActionReader {
    private static final int MOST = 100_000;
    private static final Map<String, Part> PARTS = Map.of("train", Part.TRAIN, "test", Part.TEST);

    /** Reads the rest of an action once its first field has told which it is. */
    @FunctionalInterface
    private interface Kind {
        Action read(ActionReader reader, Fields fields) throws ReadProblem;
    }

    private static final Map<String, Kind> KINDS = readers();

    private final LessonSource source;

    ActionReader(LessonSource source) {
        this.source = source;
    }

    private static Map<String, Kind> readers() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("open", ActionReader::open);
        kinds.put("set", (reader, fields) -> new Action.SetField(fields.text("set"), fields.text("to")));
        kinds.put("move", (reader, fields) -> new Action.MoveTo(place(fields)));
        kinds.put("lane", (reader, fields) -> new Action.AddLane(fields.text("lane")));
        kinds.put("lanes", (reader, fields) -> new Action.ShowLanes(fields.texts("lanes")));
        kinds.put("select", (reader, fields) -> select(fields));
        kinds.put("break", (reader, fields) -> new Action.StopAt(breakpoint(fields)));
        kinds.put("clearBreaks", (reader, fields) -> clearBreakpoints(fields));
        kinds.put("panel", (reader, fields) -> new Action.ShowPanel(fields.choice("panel", Panel.byId())));
        kinds.put("example", (reader, fields) -> example(fields));
        kinds.put("rows", (reader, fields) -> new Action.ShowRows(fields.whole("rows", 1, Probe.MOST_ROWS)));
        return Collections.unmodifiableMap(kinds);
    }

    /** What the first field of an action may be. */
    static Set<String> kinds() {
        return KINDS.keySet();
    }

    /** A list of actions; none where there is no such field. */
    List<Action> read(Fields step, String name) throws ReadProblem {
        List<Action> actions = new ArrayList<>();
        if (step.has(name)) {
            for (Fields action : step.objects(name)) {
                actions.add(action(action));
            }
        }
        return actions;
    }

    private Action action(Fields fields) throws ReadProblem {
        for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
            if (fields.has(kind.getKey())) {
                Action action = kind.getValue().read(this, fields);
                fields.end();
                return action;
            }
        }
        throw fields.problem("", Phrase.of("problem.expectedOneOf", String.join(", ", KINDS.keySet())));
    }

    /** A built-in experiment, or one of the lesson's own, whose name begins with a point and a stroke. */
    Experiment experiment(Fields fields, String field) throws ReadProblem {
        String name = fields.text(field);
        if (!name.startsWith("./")) {
            try {
                return ExperimentFile.builtIn(name).experiment();
            } catch (ReadProblem unknown) {
                throw fields.problem(field, unknown.phrase());
            }
        }
        return ExperimentFile.of(beside(fields, field)).experiment();
    }

    private TextFile beside(Fields fields, String field) throws ReadProblem {
        String file = fields.text(field).substring(2) + ".json";
        if (!source.has(file)) {
            throw fields.problem(field, Phrase.of("problem.noFileBeside", file));
        }
        return source.file(file);
    }

    private static Action open(ActionReader reader, Fields fields) throws ReadProblem {
        Experiment experiment = reader.experiment(fields, "open");
        if (!fields.has("weights")) {
            return new Action.Open(Start.of(experiment));
        }
        if (!fields.text("weights").startsWith("./")) {
            throw fields.problem("weights", Phrase.of("problem.weightsBeside"));
        }
        Network network = Setup.of(experiment, DataFiles.fromWorkingFolder()).network();
        Parameters weights =
                WeightsFile.read(reader.beside(fields, "weights"), network).parameters();
        return new Action.Open(new Start(experiment, Optional.of(weights)));
    }

    private static Place place(Fields fields) throws ReadProblem {
        Phase phase = fields.choice("move", GoalReader.PHASES);
        if (fields.has("at")) {
            return fields.choice("at", Map.of("start", new Place.Start(phase), "end", new Place.End(phase)));
        }
        int line = fields.has("line") ? fields.whole("line", 1, MOST) : 0;
        return new Place.Step(phase, fields.whole("t", 1, MOST), line);
    }

    private static Action example(Fields fields) throws ReadProblem {
        Part part = fields.has("part") ? fields.choice("part", PARTS) : Part.TRAIN;
        return new Action.ShowExample(part, fields.whole("example", 1, MOST) - 1);
    }

    private static Action select(Fields fields) throws ReadProblem {
        int layer = fields.has("layer") ? fields.whole("layer", 1, MOST) : 1;
        return new Action.Select(
                fields.text("select"), layer, fields.whole("t", 0, MOST), fields.whole("unit", 1, MOST));
    }

    private static Breakpoint breakpoint(Fields fields) throws ReadProblem {
        int line = fields.whole("break", 1, MOST);
        return fields.has("t") ? Breakpoint.at(line, fields.whole("t", 1, MOST)) : Breakpoint.onLine(line);
    }

    private static Action clearBreakpoints(Fields fields) throws ReadProblem {
        if (!fields.flag("clearBreaks")) {
            throw fields.problem("clearBreaks", Phrase.of("problem.onlyTrue"));
        }
        return new Action.ClearBreakpoints();
    }
}
