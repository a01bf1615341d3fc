package unroll.io;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import unroll.core.data.Baseline;
import unroll.core.data.Score;
import unroll.experiment.Metric;
import unroll.experiment.Telling;
import unroll.io.json.TensorJson;

/**
 * How a training ended: the last line of the command, and the result in a run's folder.
 *
 * @param experiment its name
 * @param train on the training set with the last parameters that gave finite numbers
 * @param test on the test set with the same
 */
public record RunSummary(String experiment, long seed, Effort effort, Measured train, Measured test, Ending ending) {
    /**
     * How much was done.
     *
     * @param iterations that were finished
     * @param epochs that were finished
     * @param seconds of training and measuring
     */
    public record Effort(long iterations, long epochs, double seconds) {}

    /**
     * A measurement.
     *
     * @param told all that it says, as {@link Telling} tells it
     * @param byClass the share of right answers of each class by its name; empty where classes are not told apart
     */
    public record Measured(Score score, Map<Metric, Double> told, Map<String, Double> byClass) {
        JsonObject json() {
            JsonObject json = RunSummary.json(told);
            if (!byClass.isEmpty()) {
                JsonObject classes = new JsonObject();
                byClass.forEach(classes::addProperty);
                json.add("classAccuracy", classes);
            }
            return json;
        }
    }

    /**
     * Why it ended.
     *
     * @param status {@code finished}, {@code diverged} or {@code interrupted}
     * @param baselines what rules without a network reach on the test set
     * @param telling in which terms they are told
     */
    public record Ending(String status, List<Baseline> baselines, Telling telling) {
        public Ending {
            baselines = List.copyOf(baselines);
        }
    }

    /** One object with the fields in a fixed order. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("experiment", experiment);
        json.addProperty("seed", seed);
        json.addProperty("iterations", effort.iterations());
        json.addProperty("epochs", effort.epochs());
        json.addProperty("seconds", effort.seconds());
        json.add("train", train.json());
        json.add("test", test.json());
        JsonObject baselines = new JsonObject();
        for (Baseline baseline : ending.baselines()) {
            JsonObject one = new JsonObject();
            one.add("test", json(ending.telling().tell(baseline.test())));
            baselines.add(baseline.name(), one);
        }
        json.add("baselines", baselines);
        json.addProperty("status", ending.status());
        return json;
    }

    private boolean isBeaten(Score rule) {
        double accuracy = test.score().accuracy().orElse(0);
        return test.score().loss() < rule.loss() || accuracy > rule.accuracy().orElse(1);
    }

    private static JsonObject json(Map<Metric, Double> told) {
        JsonObject json = new JsonObject();
        told.forEach((metric, value) -> json.addProperty(field(metric), TensorJson.number(value)));
        return json;
    }

    /** The name of a metric of the test set where it stands for any set. */
    static String field(Metric metric) {
        return metric.id().substring(metric.id().indexOf('.') + 1);
    }

    /**
     * The rules that the network did not beat on the test set, a line each: neither by its loss nor, where it answers
     * with classes, by the share of right ones.
     */
    public List<String> unbeaten() {
        double loss = test.score().loss();
        return ending.baselines().stream()
                .filter(baseline -> !baseline.isBound() && !isBeaten(baseline.test()))
                .map(baseline -> String.format(
                        Locale.ROOT,
                        "the network does not beat the rule “%s”: test loss %.4g against %.4g",
                        baseline.name(),
                        loss,
                        baseline.test().loss()))
                .toList();
    }
}
