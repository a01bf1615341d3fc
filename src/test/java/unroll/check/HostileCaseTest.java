package unroll.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** Every value of a case replaced by everything that it should not be: a verdict comes of it, and one clear line. */
class HostileCaseTest {
    private static final List<JsonElement> STRANGE = List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive("x"),
            new JsonPrimitive(true),
            new JsonPrimitive(0),
            new JsonPrimitive(-1),
            new JsonPrimitive(2.5),
            new JsonPrimitive(1e9),
            new JsonPrimitive(1e300),
            new JsonObject(),
            new JsonArray(),
            JsonParser.parseString("{\"shape\": [0], \"data\": []}"),
            JsonParser.parseString("{\"shape\": [-1], \"data\": [1]}"),
            JsonParser.parseString("{\"shape\": [100000, 100000, 100000], \"data\": []}"),
            JsonParser.parseString("[[1], 2]"),
            JsonParser.parseString("[null]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cells/rnn_tanh_1-1-1-1-1_mse_last.json",
                "cells/lstm_1-1-1-1-1_mse_last.json",
                "cells/rnn_tanh_3-4-2-6-2_ce_masked.json",
                "optim/torch_sgd_wd_clipnorm.json"
            })
    void nothingInAFileIsMoreThanAVerdict(String path) throws ReadProblem {
        JsonObject root = JsonParser.parseString(BuiltIn.reference(path).text()).getAsJsonObject();
        if (root.has("steps")) {
            JsonArray steps = root.getAsJsonArray("steps");
            while (steps.size() > 2) {
                steps.remove(2);
            }
        }
        List<Consumer<JsonElement>> places = new ArrayList<>();
        collect(root, places);
        assertTrue(places.size() > 30);
        for (Consumer<JsonElement> place : places) {
            for (JsonElement strange : STRANGE) {
                place.accept(strange.deepCopy());
                String text = root.toString();
                Verdict verdict = Verdict.of(new ReferenceCase(path, () -> new TextFile("case.json", text)));
                if (verdict.isUnreadable()) {
                    assertEquals(1, verdict.problem().lines().count(), verdict.problem());
                    assertTrue(verdict.problem().startsWith("case.json"), verdict.problem());
                }
            }
            place.accept(null);
        }
    }

    /** How each value is replaced; nothing puts the old one back. */
    private static void collect(JsonElement parent, List<Consumer<JsonElement>> places) {
        if (parent instanceof JsonObject object) {
            for (String name : List.copyOf(object.keySet())) {
                JsonElement old = object.get(name);
                places.add(replacement -> object.add(name, replacement == null ? old : replacement));
                collect(old, places);
            }
        } else if (parent instanceof JsonArray array && !array.isEmpty()) {
            JsonElement old = array.get(0);
            places.add(replacement -> array.set(0, replacement == null ? old : replacement));
            collect(old, places);
        }
    }
}
