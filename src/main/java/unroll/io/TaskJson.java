package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unroll.core.data.Noise;
import unroll.core.data.WindowedSeries;
import unroll.experiment.Task;
import unroll.io.json.Fields;

/** A task, such as {@code {"kind": "series", "data": "sunspots", "column": "sunactivity", "window": 12}}. */
final class TaskJson {
    private interface Reader {
        Task read(Fields fields) throws ReadProblem;
    }

    private static final String SERIES = "series";
    private static final String DIGITS = "digits";
    private static final String NOISE = "noise";
    private static final Map<String, Reader> READERS = readers();
    private static final int MAX_STEPS = 100_000;
    private static final int MAX_WIDTH = 4096;
    private static final double USUAL_TRAIN_SHARE = 0.8;

    private TaskJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put(SERIES, TaskJson::series);
        readers.put(DIGITS, fields -> new Task.Digits(fields.text("data")));
        readers.put(NOISE, TaskJson::noise);
        return readers;
    }

    static Task read(Fields fields) throws ReadProblem {
        Task task = fields.choice("kind", READERS).read(fields);
        fields.end();
        return task;
    }

    private static Task series(Fields fields) throws ReadProblem {
        double share = fields.has("trainShare") ? fields.number("trainShare") : USUAL_TRAIN_SHARE;
        if (!(share > 0 && share < 1)) {
            throw fields.problem("trainShare", "expected a number between 0 and 1, found " + share);
        }
        return new Task.Series(
                fields.text("data"),
                fields.text("column"),
                fields.has("label") ? Optional.of(fields.text("label")) : Optional.empty(),
                new WindowedSeries(fields.whole("window", 1, MAX_STEPS), share));
    }

    private static Task noise(Fields fields) throws ReadProblem {
        return new Task.RandomInputs(new Noise(
                fields.has("sequences") ? fields.whole("sequences", 1, MAX_STEPS) : 1,
                fields.whole("length", 1, MAX_STEPS),
                fields.whole("width", 1, MAX_WIDTH),
                fields.number("deviation", 0, Double.MAX_VALUE)));
    }

    static JsonObject write(Task task) {
        JsonObject json = new JsonObject();
        if (task instanceof Task.Series series) {
            json.addProperty("kind", SERIES);
            json.addProperty("data", series.data());
            json.addProperty("column", series.column());
            series.label().ifPresent(label -> json.addProperty("label", label));
            json.addProperty("window", series.windows().window());
            json.addProperty("trainShare", series.windows().trainShare());
        } else if (task instanceof Task.Digits digits) {
            json.addProperty("kind", DIGITS);
            json.addProperty("data", digits.data());
        } else if (task instanceof Task.RandomInputs random) {
            json.addProperty("kind", NOISE);
            json.addProperty("sequences", random.noise().sequences());
            json.addProperty("length", random.noise().steps());
            json.addProperty("width", random.noise().width());
            json.addProperty("deviation", random.noise().deviation());
        }
        return json;
    }
}
