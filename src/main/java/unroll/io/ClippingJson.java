package unroll.io;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.optim.Clipping;
import unroll.core.optim.Flavour;
import unroll.io.json.Fields;

/** Gradient clipping, such as {@code {"kind": "norm", "threshold": 1}}; the form is the optimiser's unless it is named. */
final class ClippingJson {
    private interface Reader {
        Clipping read(Fields fields, Flavour flavour) throws ReadProblem;
    }

    private static final String THRESHOLD = "threshold";
    private static final String FLAVOUR = "flavour";
    private static final Map<String, Reader> READERS = readers();

    private ClippingJson() {}

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("none", (fields, flavour) -> new Clipping.None());
        readers.put("norm", (fields, flavour) -> new Clipping.GlobalNorm(flavour, fields.positive(THRESHOLD)));
        readers.put("tensor-norm", (fields, flavour) -> new Clipping.TensorNorm(flavour, fields.positive(THRESHOLD)));
        readers.put("value", (fields, flavour) -> new Clipping.Value(fields.positive(THRESHOLD)));
        return readers;
    }

    static Clipping read(Fields fields, Flavour optimizers) throws ReadProblem {
        Reader reader = fields.choice("kind", READERS);
        Flavour flavour = fields.has(FLAVOUR) ? fields.choice(FLAVOUR, Words.FLAVOURS) : optimizers;
        Clipping clipping = reader.read(fields, flavour);
        fields.end();
        return clipping;
    }

    static JsonObject write(Clipping clipping) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", clipping.id());
        if (clipping instanceof Clipping.GlobalNorm norm) {
            json.addProperty(THRESHOLD, norm.threshold());
            json.addProperty(FLAVOUR, norm.flavour().id());
        } else if (clipping instanceof Clipping.TensorNorm norm) {
            json.addProperty(THRESHOLD, norm.threshold());
            json.addProperty(FLAVOUR, norm.flavour().id());
        } else if (clipping instanceof Clipping.Value value) {
            json.addProperty(THRESHOLD, value.threshold());
        }
        return json;
    }
}
