package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.model.Distribution;
import unroll.core.model.VarianceScaling;
import unroll.io.json.Fields;

/** A distribution of first weights, such as {@code {"kind": "normal", "deviation": 0.01}}. */
final class DistributionJson {
    private interface Reader {
        Distribution read(Fields fields) throws ReadProblem;
    }

    private static final Map<String, Reader> READERS = readers();

    private DistributionJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("zeros", fields -> new Distribution.Zeros());
        readers.put("constant", fields -> new Distribution.Constant(fields.number("value")));
        readers.put("uniform", fields -> new Distribution.Uniform(notNegative(fields, "limit")));
        readers.put("normal", fields -> new Distribution.Normal(notNegative(fields, "deviation")));
        readers.put("torch-uniform", fields -> new Distribution.TorchUniform());
        readers.put("orthogonal", fields -> new Distribution.Orthogonal(gain(fields)));
        readers.put("identity", fields -> new Distribution.Identity(gain(fields)));
        readers.put("spectral-radius", fields -> new Distribution.SpectralRadius(notNegative(fields, "radius")));
        readers.put("glorot-uniform", fields -> VarianceScaling.glorotUniform());
        readers.put("glorot-normal", fields -> VarianceScaling.glorotNormal());
        readers.put("he-uniform", fields -> VarianceScaling.heUniform());
        readers.put("he-normal", fields -> VarianceScaling.heNormal());
        readers.put("lecun-uniform", fields -> VarianceScaling.lecunUniform());
        readers.put("lecun-normal", fields -> VarianceScaling.lecunNormal());
        return readers;
    }

    private static double notNegative(Fields fields, String name) throws ReadProblem {
        return fields.number(name, 0, Double.MAX_VALUE);
    }

    private static double gain(Fields fields) throws ReadProblem {
        return fields.has("gain") ? fields.number("gain") : 1;
    }

    static Distribution read(Fields fields) throws ReadProblem {
        Distribution distribution = fields.choice("kind", READERS).read(fields);
        fields.end();
        return distribution;
    }

    static JsonObject write(Distribution distribution) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", distribution.id());
        if (distribution instanceof Distribution.Constant constant) {
            json.addProperty("value", constant.value());
        } else if (distribution instanceof Distribution.Uniform uniform) {
            json.addProperty("limit", uniform.limit());
        } else if (distribution instanceof Distribution.Normal normal) {
            json.addProperty("deviation", normal.standardDeviation());
        } else if (distribution instanceof Distribution.Orthogonal orthogonal) {
            json.addProperty("gain", orthogonal.gain());
        } else if (distribution instanceof Distribution.Identity identity) {
            json.addProperty("gain", identity.gain());
        } else if (distribution instanceof Distribution.SpectralRadius spectral) {
            json.addProperty("radius", spectral.radius());
        }
        return json;
    }
}
