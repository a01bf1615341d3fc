package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.optim.RateSchedule;
import unroll.core.optim.RateSchedule.Course;
import unroll.io.json.Fields;

/**
 * How the learning rate changes, such as {@code {"kind": "cosine", "iterations": 5000, "last": 0, "warmUp": 100}} or
 * {@code {"kind": "step", "every": 1000, "factor": 0.5}}; {@code {"kind": "constant"}} can be warmed up too.
 */
final class ScheduleJson {
    private interface Reader {
        Course read(Fields fields) throws ReadProblem;
    }

    private static final int MAX_ITERATIONS = Integer.MAX_VALUE;
    private static final String WARM_UP = "warmUp";
    private static final Map<String, Reader> READERS = readers();

    private ScheduleJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("constant", fields -> new RateSchedule.Constant());
        readers.put("step", fields -> new RateSchedule.Step(iterations(fields, "every"), fields.positive("factor")));
        readers.put("cosine", fields -> new RateSchedule.Cosine(iterations(fields, "iterations"), last(fields)));
        return readers;
    }

    private static long iterations(Fields fields, String name) throws ReadProblem {
        return fields.whole(name, 1, MAX_ITERATIONS);
    }

    private static double last(Fields fields) throws ReadProblem {
        return fields.has("last") ? fields.number("last", 0, Double.MAX_VALUE) : 0;
    }

    static RateSchedule read(Fields fields) throws ReadProblem {
        int warmUp = fields.has(WARM_UP) ? fields.whole(WARM_UP, 0, MAX_ITERATIONS) : 0;
        Course course;
        try {
            course = fields.choice("kind", READERS).read(fields);
        } catch (IllegalArgumentException outOfRange) {
            throw fields.problem("kind", outOfRange.getMessage());
        }
        fields.end();
        return new RateSchedule(course, warmUp);
    }

    static JsonObject write(RateSchedule schedule) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", schedule.course().id());
        if (schedule.course() instanceof RateSchedule.Step step) {
            json.addProperty("every", step.every());
            json.addProperty("factor", step.factor());
        } else if (schedule.course() instanceof RateSchedule.Cosine cosine) {
            json.addProperty("iterations", cosine.iterations());
            json.addProperty("last", cosine.last());
        }
        json.addProperty(WARM_UP, schedule.warmUp());
        return json;
    }
}
