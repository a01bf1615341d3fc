package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.data.CharacterText;
import unroll.core.data.ImageSequences;
import unroll.core.data.ImageSequences.Order;
import unroll.core.data.ImageSequences.Reading;
import unroll.core.data.LabelledTexts.Drawing;
import unroll.core.data.Noise;
import unroll.core.data.WindowedSeries;
import unroll.core.data.WindowedSeries.Extent;
import unroll.core.data.WindowedSeries.Split;
import unroll.experiment.Task;
import unroll.io.json.Fields;

/** A task, such as {@code {"kind": "series", "data": "sunspots", "column": "sunactivity", "window": 12}}. */
final class TaskJson {
    /** Reads the fields of one kind of task. */
    interface Reader {
        Task read(Fields fields) throws ReadProblem;
    }

    static final int MAX_STEPS = 100_000;

    private static final String SERIES = "series";
    private static final String IMAGES = "images";
    private static final String NAMES = "names";
    private static final String CHARACTERS = "characters";
    private static final String NOISE = "noise";
    private static final Map<String, Reader> READERS = readers();
    private static final Map<String, Reading> READINGS = Words.of(Reading.values(), Reading::id);
    private static final Map<String, Order> ORDERS = Words.of(Order.values(), Order::id);
    private static final Map<String, Split> SPLITS = Words.of(Split.values(), Split::id);
    private static final Map<String, Extent> EXTENTS = Words.of(Extent.values(), Extent::id);
    private static final Map<String, Drawing> DRAWINGS = Words.of(Drawing.values(), Drawing::id);
    private static final Map<String, Boolean> GAPS = gaps();
    private static final int MAX_WIDTH = 4096;
    private static final int MAX_SIDE = 1024;
    private static final double USUAL_SERIES_SHARE = 0.8;
    private static final double USUAL_TEXT_SHARE = 0.9;

    private TaskJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put(SERIES, TaskJson::series);
        readers.put(IMAGES, TaskJson::images);
        readers.put(NAMES, TaskJson::names);
        readers.put(CHARACTERS, TaskJson::characters);
        readers.putAll(DrawnTaskJson.readers());
        readers.put(NOISE, TaskJson::noise);
        return readers;
    }

    private static Map<String, Boolean> gaps() {
        Map<String, Boolean> gaps = new LinkedHashMap<>();
        gaps.put("refuse", false);
        gaps.put("carry", true);
        return gaps;
    }

    /** The names of all kinds. */
    static Set<String> kinds() {
        return READERS.keySet();
    }

    /**
     * Reads a task.
     *
     * @throws ReadProblem also where fields do not fit each other
     */
    static Task read(Fields fields) throws ReadProblem {
        Task task;
        try {
            task = fields.choice("kind", READERS).read(fields);
        } catch (IllegalArgumentException unfit) {
            throw fields.problem("kind", unfit.getMessage());
        }
        fields.end();
        return task;
    }

    private static Task series(Fields fields) throws ReadProblem {
        double share = share(fields, USUAL_SERIES_SHARE);
        return new Task.Series(
                fields.text("data"),
                fields.text("column"),
                fields.has("label") ? Optional.of(fields.text("label")) : Optional.empty(),
                fields.has("gaps") && fields.choice("gaps", GAPS),
                new WindowedSeries(
                        fields.whole("window", 1, MAX_STEPS),
                        share,
                        fields.has("split") ? fields.choice("split", SPLITS) : Split.TIME,
                        fields.has("scaledBy") ? fields.choice("scaledBy", EXTENTS) : Extent.TRAIN));
    }

    private static double share(Fields fields, double usual) throws ReadProblem {
        double share = fields.has("trainShare") ? fields.number("trainShare") : usual;
        if (!(share > 0 && share < 1)) {
            throw fields.problem("trainShare", Phrase.expected(Phrase.of("problem.what.share"), share));
        }
        return share;
    }

    private static Task images(Fields fields) throws ReadProblem {
        return new Task.Images(
                fields.text("data"),
                new ImageSequences(
                        fields.whole("side", 1, MAX_SIDE),
                        fields.positive("ink"),
                        fields.has("classes") ? fields.whole("classes", 2, MAX_WIDTH) : 10,
                        fields.has("reading") ? fields.choice("reading", READINGS) : Reading.ROWS,
                        fields.has("order") ? fields.choice("order", ORDERS) : Order.TOP_DOWN));
    }

    private static Task names(Fields fields) throws ReadProblem {
        return new Task.Names(
                fields.text("data"), fields.has("drawing") ? fields.choice("drawing", DRAWINGS) : Drawing.ONCE);
    }

    private static Task characters(Fields fields) throws ReadProblem {
        double share = share(fields, USUAL_TEXT_SHARE);
        int window = fields.whole("window", 1, MAX_STEPS);
        int testWindow = fields.has("testWindow") ? fields.whole("testWindow", 1, MAX_STEPS) : window;
        return new Task.Characters(fields.text("data"), new CharacterText(window, testWindow, share));
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
            write(series, json);
        } else if (task instanceof Task.Images images) {
            write(images, json);
        } else if (task instanceof Task.Names names) {
            json.addProperty("kind", NAMES);
            json.addProperty("data", names.data());
            json.addProperty("drawing", names.drawing().id());
        } else if (task instanceof Task.Characters characters) {
            json.addProperty("kind", CHARACTERS);
            json.addProperty("data", characters.data());
            json.addProperty("window", characters.sequences().window());
            if (characters.sequences().testWindow() != characters.sequences().window()) {
                json.addProperty("testWindow", characters.sequences().testWindow());
            }
            json.addProperty("trainShare", characters.sequences().trainShare());
        } else if (task instanceof Task.Drawn drawn) {
            DrawnTaskJson.write(drawn.task(), json);
        } else if (task instanceof Task.RandomInputs random) {
            json.addProperty("kind", NOISE);
            json.addProperty("sequences", random.noise().sequences());
            json.addProperty("length", random.noise().steps());
            json.addProperty("width", random.noise().width());
            json.addProperty("deviation", random.noise().deviation());
        }
        return json;
    }

    private static void write(Task.Series series, JsonObject json) {
        json.addProperty("kind", SERIES);
        json.addProperty("data", series.data());
        json.addProperty("column", series.column());
        series.label().ifPresent(label -> json.addProperty("label", label));
        if (series.allowsGaps()) {
            json.addProperty("gaps", "carry");
        }
        json.addProperty("window", series.windows().window());
        json.addProperty("trainShare", series.windows().trainShare());
        json.addProperty("split", series.windows().split().id());
        json.addProperty("scaledBy", series.windows().scaledBy().id());
    }

    private static void write(Task.Images task, JsonObject json) {
        json.addProperty("kind", IMAGES);
        json.addProperty("data", task.data());
        json.addProperty("side", task.images().side());
        json.addProperty("ink", task.images().ink());
        json.addProperty("classes", task.images().classes());
        json.addProperty("reading", task.images().reading().id());
        json.addProperty("order", task.images().order().id());
    }
}
