package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.data.AddingCoding;
import unroll.core.data.AddingProblem;
import unroll.core.data.CopyMemory;
import unroll.core.data.DelayedEcho;
import unroll.core.data.DrawnTask;
import unroll.core.data.EmbeddedReber;
import unroll.core.data.FirstWord;
import unroll.core.data.SequenceRule;
import unroll.core.data.TemporalOrder;
import unroll.experiment.Task;
import unroll.io.json.Fields;

/** A task that is drawn, such as {@code {"kind": "adding", "length": 50, "coding": "le", "sequences": 2000}}. */
final class DrawnTaskJson {
    private interface RuleReader {
        SequenceRule read(Fields fields) throws ReadProblem;
    }

    private static final Map<String, AddingCoding> CODINGS = Words.of(AddingCoding.values(), AddingCoding::id);
    private static final int MAX_SEQUENCES = 1_000_000;
    private static final int MAX_WORDS = 4096;
    private static final int USUAL_SEQUENCES = 2000;

    private DrawnTaskJson() {}

    /** The readers of all rules, by the names of their kinds. */
    static Map<String, TaskJson.Reader> readers() {
        Map<String, TaskJson.Reader> readers = new LinkedHashMap<>();
        readers.put("delayed_echo", of(fields -> new DelayedEcho(length(fields), fields.whole("lag", 1, max()))));
        readers.put("first_word", of(DrawnTaskJson::firstWord));
        readers.put("adding", of(DrawnTaskJson::adding));
        readers.put("copy", of(fields -> new CopyMemory(length(fields))));
        readers.put("temporal_order", of(fields -> new TemporalOrder(length(fields))));
        readers.put("reber", of(fields -> new EmbeddedReber(length(fields))));
        return readers;
    }

    private static TaskJson.Reader of(RuleReader reader) {
        return fields -> {
            SequenceRule rule = reader.read(fields);
            return new Task.Drawn(new DrawnTask(
                    rule,
                    count(fields, "sequences"),
                    count(fields, "testSequences"),
                    fields.has("fresh") ? fields.flag("fresh") : !rule.testsUnseen()));
        };
    }

    private static int count(Fields fields, String name) throws ReadProblem {
        return fields.has(name) ? fields.whole(name, 1, MAX_SEQUENCES) : USUAL_SEQUENCES;
    }

    private static int max() {
        return TaskJson.MAX_STEPS;
    }

    private static int length(Fields fields) throws ReadProblem {
        return fields.whole("length", 1, max());
    }

    private static SequenceRule adding(Fields fields) throws ReadProblem {
        AddingCoding coding = fields.has("coding") ? fields.choice("coding", CODINGS) : AddingCoding.LE;
        return new AddingProblem(coding, length(fields));
    }

    private static SequenceRule firstWord(Fields fields) throws ReadProblem {
        return new FirstWord(
                length(fields),
                fields.has("words") ? fields.whole("words", 2, MAX_WORDS) : 2,
                fields.has("vocabulary") ? fields.whole("vocabulary", 2, MAX_WORDS) : 10);
    }

    static void write(DrawnTask task, JsonObject json) {
        json.addProperty("kind", task.rule().id());
        if (task.rule() instanceof AddingProblem adding) {
            json.addProperty("length", adding.steps());
            json.addProperty("coding", adding.coding().id());
        } else if (task.rule() instanceof CopyMemory copy) {
            json.addProperty("length", copy.delay());
        } else if (task.rule() instanceof DelayedEcho echo) {
            json.addProperty("length", echo.steps());
            json.addProperty("lag", echo.lag());
        } else if (task.rule() instanceof FirstWord word) {
            json.addProperty("length", word.steps());
            json.addProperty("words", word.words());
            json.addProperty("vocabulary", word.vocabulary());
        } else {
            json.addProperty("length", task.rule().steps());
        }
        json.addProperty("sequences", task.sequences());
        json.addProperty("testSequences", task.testSequences());
        json.addProperty("fresh", task.fresh());
    }
}
