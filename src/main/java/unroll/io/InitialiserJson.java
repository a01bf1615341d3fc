package unroll.io;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.model.Distribution;
import unroll.core.model.Initialiser;
import unroll.core.model.ParameterLayout.Kind;
import unroll.core.model.Preset;
import unroll.io.json.Fields;

/**
 * An initialiser as a preset with changes, such as {@code {"preset": "keras", "gain": 0.7, "inputWeight": {"kind":
 * "zeros"}}}.
 */
final class InitialiserJson {
    private static final Map<String, Preset> PRESETS = Words.of(Preset.values(), Preset::id);
    private static final Map<String, Kind> KINDS = Words.of(Kind.values(), Words::ofField);

    private static final String UPDATE_BIAS = "updateBias";

    private InitialiserJson() {}

    static Initialiser read(Fields fields) throws ReadProblem {
        Initialiser initialiser = fields.choice("preset", PRESETS).initialiser();
        if (fields.has("gain")) {
            initialiser = initialiser.withRecurrentGain(fields.number("gain"));
        }
        if (fields.has("forgetBias")) {
            initialiser = initialiser.withForgetBias(fields.number("forgetBias"));
        }
        if (fields.has(UPDATE_BIAS)) {
            initialiser = initialiser.withUpdateBias(fields.number(UPDATE_BIAS));
        }
        if (fields.has("seed")) {
            initialiser = initialiser.withSeed(fields.longWhole("seed"));
        }
        for (Map.Entry<String, Kind> each : KINDS.entrySet()) {
            Optional<Fields> distribution = fields.optionalObject(each.getKey());
            if (distribution.isPresent()) {
                Distribution read = DistributionJson.read(distribution.get());
                try {
                    initialiser = initialiser.with(each.getValue(), read);
                } catch (IllegalArgumentException unfit) {
                    throw fields.problem(each.getKey(), unfit.getMessage());
                }
            }
        }
        fields.end();
        return initialiser;
    }

    static JsonObject write(Initialiser initialiser) {
        Preset preset = Preset.nearest(initialiser);
        JsonObject json = new JsonObject();
        json.addProperty("preset", preset.id());
        json.addProperty("gain", initialiser.recurrentGain());
        OptionalDouble forgetBias = initialiser.forgetBias();
        if (forgetBias.isPresent() && !forgetBias.equals(preset.initialiser().forgetBias())) {
            json.addProperty("forgetBias", forgetBias.getAsDouble());
        }
        initialiser.updateBias().ifPresent(bias -> json.addProperty(UPDATE_BIAS, bias));
        initialiser.seed().ifPresent(own -> json.addProperty("seed", own));
        KINDS.forEach((field, kind) -> {
            if (preset.differs(initialiser, kind)) {
                json.add(
                        field,
                        DistributionJson.write(initialiser.distributions().get(kind)));
            }
        });
        return json;
    }
}
