package unroll.io;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.OptionalDouble;
import unroll.core.data.Baseline;
import unroll.core.data.Score;
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
     * @param rootError the root of the mean squared error in the data's own units; empty for classes, and for data that
     *     have no other units
     */
    public record Measured(Score score, OptionalDouble rootError) {
        JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("loss", TensorJson.number(score.loss()));
            score.accuracy().ifPresent(accuracy -> json.addProperty("accuracy", accuracy));
            rootError.ifPresent(error -> json.addProperty("rootError", TensorJson.number(error)));
            return json;
        }
    }

    /**
     * Why it ended.
     *
     * @param status {@code finished}, {@code diverged} or {@code interrupted}
     * @param baselines what rules without a network reach on the test set
     */
    public record Ending(String status, List<Baseline> baselines) {
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
            one.add("test", new Measured(baseline.test(), OptionalDouble.empty()).json());
            baselines.add(baseline.name(), one);
        }
        json.add("baselines", baselines);
        json.addProperty("status", ending.status());
        return json;
    }
}
