package unroll.io;

import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.model.Initialiser;
import unroll.core.model.ParameterLayout.Kind;
import unroll.io.json.Fields;

/**
 * An initialiser as a preset with changes, such as {@code {"preset": "keras", "gain": 0.7, "inputWeight": {"kind":
 * "zeros"}}}.
 */
final class InitialiserJson {
    private static final Map<String, Initialiser> PRESETS = presets();
    private static final Map<String, Kind> KINDS = Words.of(Kind.values(), Words::ofField);

    private InitialiserJson() {}

    private static Map<String, Initialiser> presets() {
        Map<String, Initialiser> presets = new LinkedHashMap<>();
        presets.put("keras", Initialiser.keras());
        presets.put("torch", Initialiser.torch());
        presets.put("identity", Initialiser.identity());
        return presets;
    }

    static Initialiser read(Fields fields) throws ReadProblem {
        Initialiser initialiser = fields.choice("preset", PRESETS);
        if (fields.has("gain")) {
            initialiser = initialiser.withRecurrentGain(fields.number("gain"));
        }
        if (fields.has("forgetBias")) {
            initialiser = initialiser.withForgetBias(fields.number("forgetBias"));
        }
        for (Map.Entry<String, Kind> each : KINDS.entrySet()) {
            Optional<Fields> distribution = fields.optionalObject(each.getKey());
            if (distribution.isPresent()) {
                initialiser = initialiser.with(each.getValue(), DistributionJson.read(distribution.get()));
            }
        }
        fields.end();
        return initialiser;
    }

    static JsonObject write(Initialiser initialiser) {
        String name = nearestPreset(initialiser);
        Initialiser preset = PRESETS.get(name);
        JsonObject json = new JsonObject();
        json.addProperty("preset", name);
        json.addProperty("gain", initialiser.recurrentGain());
        OptionalDouble forgetBias = initialiser.forgetBias();
        if (forgetBias.isPresent() && !forgetBias.equals(preset.forgetBias())) {
            json.addProperty("forgetBias", forgetBias.getAsDouble());
        }
        KINDS.forEach((field, kind) -> {
            if (!initialiser
                    .distributions()
                    .get(kind)
                    .equals(preset.distributions().get(kind))) {
                json.add(
                        field,
                        DistributionJson.write(initialiser.distributions().get(kind)));
            }
        });
        return json;
    }

    /** The preset that needs the fewest changes; one with a forget bias can't be changed to have none. */
    private static String nearestPreset(Initialiser initialiser) {
        return PRESETS.keySet().stream()
                .filter(name -> initialiser.forgetBias().isPresent()
                        || PRESETS.get(name).forgetBias().isEmpty())
                .min(Comparator.comparingLong(name -> differences(initialiser, PRESETS.get(name))))
                .orElseThrow();
    }

    private static long differences(Initialiser one, Initialiser other) {
        return KINDS.values().stream()
                .filter(kind -> !one.distributions()
                        .get(kind)
                        .equals(other.distributions().get(kind)))
                .count();
    }
}
