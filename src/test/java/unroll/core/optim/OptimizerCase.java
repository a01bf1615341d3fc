package unroll.core.optim;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import unroll.core.model.ParameterLayout;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.model.Site;
import unroll.oracle.OracleCase;

/** Twenty steps of a library's optimiser on a matrix W [2, 3] and a bias b [2]. */
record OptimizerCase(String name, JsonObject json) {
    static final ParameterLayout LAYOUT = new ParameterLayout(List.of(
            new Entry("out.weight", Site.HEAD, Kind.OUTPUT_WEIGHT, 2, 3, 1, 0),
            new Entry("out.bias", Site.HEAD, Kind.OUTPUT_BIAS, 2, 0, 1, 6)));

    private static final List<String> NAMES = List.of(
            "keras_adagrad",
            "keras_adam",
            "keras_adam_clipnorm",
            "keras_rmsprop",
            "keras_sgd_global_clipnorm",
            "keras_sgd_momentum",
            "keras_sgd_nesterov",
            "torch_adagrad",
            "torch_adam",
            "torch_adam_wd",
            "torch_adamw",
            "torch_rmsprop",
            "torch_sgd",
            "torch_sgd_clipvalue",
            "torch_sgd_momentum",
            "torch_sgd_nesterov",
            "torch_sgd_wd_clipnorm");

    static Stream<OptimizerCase> all() {
        return NAMES.stream().map(OptimizerCase::load);
    }

    private static OptimizerCase load(String name) {
        String path = "/unroll/reference/optim/" + name + ".json";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(OptimizerCase.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            return new OptimizerCase(name, JsonParser.parseReader(reader).getAsJsonObject());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The tensors of W and b one after the other, as the layout has them. */
    double[] flat(JsonObject from, String weight, String bias) {
        double[] flat = new double[LAYOUT.size()];
        put(from.get(weight), flat, 0);
        put(from.get(bias), flat, 6);
        return flat;
    }

    private static void put(JsonElement tensor, double[] flat, int offset) {
        double[] values = OracleCase.flat(tensor);
        System.arraycopy(values, 0, flat, offset, values.length);
    }

    List<JsonObject> steps() {
        return json.getAsJsonArray("steps").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    double tolerance() {
        return json.get("tolerance").getAsDouble();
    }

    private double number(String name, double otherwise) {
        JsonObject hyper = json.getAsJsonObject("hyper");
        return hyper.has(name) ? hyper.get(name).getAsDouble() : otherwise;
    }

    UpdateRule rule() {
        return new UpdateRule(clipping(), optimizer());
    }

    private Clipping clipping() {
        if (json.get("clip").isJsonNull()) {
            return new Clipping.None();
        }
        JsonObject clip = json.getAsJsonObject("clip");
        double threshold = clip.get("value").getAsDouble();
        return switch (clip.get("kind").getAsString()) {
            case "value" -> new Clipping.Value(threshold);
            case "global_norm_torch" -> new Clipping.GlobalNorm(Flavour.TORCH, threshold);
            case "global_norm_keras" -> new Clipping.GlobalNorm(Flavour.KERAS, threshold);
            case "per_tensor_norm_keras" -> new Clipping.TensorNorm(Flavour.KERAS, threshold);
            default -> throw new IllegalArgumentException(clip.toString());
        };
    }

    private Optimizer optimizer() {
        String[] words = json.get("optimizer").getAsString().split("_");
        Flavour flavour = words[0].equals("keras") ? Flavour.KERAS : Flavour.TORCH;
        Common common = new Common(flavour, number("lr", Double.NaN), number("weight_decay", 0));
        Moments moments = words[1].startsWith("adam")
                ? new Moments(number("beta1", 0.9), number("beta2", 0.999), number("eps", 1e-8), false)
                : null;
        return switch (words[1]) {
            case "sgd" ->
                new Sgd(
                        common,
                        number("momentum", 0),
                        0,
                        json.getAsJsonObject("hyper").has("nesterov"));
            case "rmsprop" -> new RmsProp(common, number("alpha", 0.99), number("eps", 1e-8), 0, false);
            case "adagrad" -> new Adagrad(common, number("initial", 0), number("eps", 1e-10), 0);
            case "adam" -> new Adam(common, moments);
            case "adamw" -> new AdamW(common, moments);
            default -> throw new IllegalArgumentException(words[1]);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
