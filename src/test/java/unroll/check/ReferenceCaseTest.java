package unroll.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.io.BuiltIn;
import unroll.io.ReadProblem;
import unroll.io.TextFile;

/** The built-in cases agree; whatever is changed in one of them is found. */
class ReferenceCaseTest {
    static List<String> all() {
        return BuiltIn.references();
    }

    private static JsonObject json(String path) throws ReadProblem {
        return JsonParser.parseString(BuiltIn.reference(path).text()).getAsJsonObject();
    }

    private static Verdict verdict(String text) {
        return Verdict.of(new ReferenceCase("spoilt", () -> new TextFile("spoilt.json", text)));
    }

    private static Verdict changed(String path, Consumer<JsonObject> change) throws ReadProblem {
        JsonObject root = json(path);
        change.accept(root);
        return verdict(root.toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void agrees(String path) {
        Verdict verdict = Verdict.of(new ReferenceCase(path, () -> BuiltIn.reference(path)));
        assertTrue(verdict.passed(), verdict.toString());
        assertTrue(verdict.deviation().orElseThrow().error() < 1e-13, verdict.toString());
    }

    /** Every list of results in the file, each with its largest number changed by 1e-9 of it, one after the other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cells/lstm_1-3-1-5-1_mse_all_sum.json",
                "cells/gru_after_3-4-2-6-2_ce_all.json",
                "cells/lstm_3-4-2-6-2_ce_masked.json",
                "cells/rnn_tanh_3-4-2-6-2_ce_masked.json",
                "optim/keras_adam_clipnorm.json",
                "optim/torch_sgd_momentum.json"
            })
    void oneDigitThatIsSpoiltIsFound(String path) throws ReadProblem {
        int lists = results(json(path)).size();
        assertTrue(lists > 15, path + " has " + lists);
        for (int i = 0; i < lists; i++) {
            int spoilt = i;
            Verdict verdict = changed(path, root -> spoil(results(root).get(spoilt)));
            assertFalse(verdict.passed(), "list " + i + " of " + path + ": " + verdict);
            assertFalse(verdict.isUnreadable(), verdict.toString());
        }
    }

    /** What the file says was computed: lists of numbers that are not all 0. */
    private static List<JsonArray> results(JsonObject root) {
        List<JsonArray> lists = new ArrayList<>();
        for (String name : List.of("forward", "grad", "contribution", "jacobian", "steps")) {
            if (root.has(name)) {
                collect(name, root.get(name), lists);
            }
        }
        return lists;
    }

    private static void collect(String name, JsonElement element, List<JsonArray> lists) {
        if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(each -> collect(each.getKey(), each.getValue(), lists));
        } else if (element.isJsonArray() && element.getAsJsonArray().get(0).isJsonPrimitive()) {
            JsonArray list = element.getAsJsonArray();
            if (!name.equals("shape")
                    && !name.equals("k")
                    && list.get(largest(list)).getAsDouble() != 0) {
                lists.add(list);
            }
        } else if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(name, each, lists));
        }
    }

    private static int largest(JsonArray list) {
        int largest = 0;
        for (int i = 0; i < list.size(); i++) {
            if (Math.abs(list.get(i).getAsDouble()) > Math.abs(list.get(largest).getAsDouble())) {
                largest = i;
            }
        }
        return largest;
    }

    private static void spoil(JsonArray list) {
        int place = largest(list);
        list.set(place, new JsonPrimitive(list.get(place).getAsDouble() * (1 + 1e-9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "h0", "target"})
    void aSpoiltInputIsFound(String name) throws ReadProblem {
        Verdict verdict = changed(
                "cells/rnn_tanh_1-3-1-5-1_mse_all_sum.json",
                root -> spoil(root.getAsJsonObject(name).getAsJsonArray("data")));
        assertFalse(verdict.passed());
    }

    @Test
    void paddingOfAPackedCaseIsNotCompared() throws ReadProblem {
        String path = "cells/lstm_3-4-2-6-3_ce_last_var_packed.json";
        JsonObject root = json(path);
        int shortest = 0;
        JsonArray lengths = root.getAsJsonArray("lengths");
        for (int row = 0; row < lengths.size(); row++) {
            shortest = lengths.get(row).getAsInt() < lengths.get(shortest).getAsInt() ? row : shortest;
        }
        int rows = lengths.size();
        int place = ((root.getAsJsonObject("config").get("T").getAsInt() - 1) * rows + shortest) * 4;
        Verdict gate = changed(
                path,
                json -> layer(json, "forward")
                        .getAsJsonObject("gates")
                        .getAsJsonObject("i")
                        .getAsJsonArray("data")
                        .set(place, new JsonPrimitive(7)));
        assertTrue(gate.passed(), gate.toString());
        Verdict state = changed(
                path,
                json -> layer(json, "forward")
                        .getAsJsonObject("h")
                        .getAsJsonArray("data")
                        .set(place, new JsonPrimitive(7)));
        assertFalse(state.passed(), state.toString());
    }

    private static JsonObject layer(JsonObject root, String side) {
        return root.getAsJsonObject(side).getAsJsonArray("layers").get(0).getAsJsonObject();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|expected JSON, found an empty file",
                "[1, 2]|expected a JSON object",
                "{\"kind\": |breaks off",
                "{\"kind\": \"weights\"}|kind: expected one of",
                "{\"kind\": 7}|kind: expected one of",
                "{}|kind: this field is missing",
                "{\"kind\": \"cell\"}|config: this field is missing",
                "{\"kind\": \"optimizer\"}|this field is missing",
            })
    void anythingElseIsOneClearLine(String text, String part) {
        Verdict verdict = verdict(text);
        assertTrue(verdict.isUnreadable());
        assertFalse(verdict.passed());
        assertEquals(1, verdict.problem().lines().count());
        assertTrue(
                verdict.problem().startsWith("spoilt.json") && verdict.problem().contains(part), verdict.problem());
    }

    private static final String SMALL = "cells/rnn_tanh_1-1-1-1-1_mse_last.json";

    private static void assertUnreadable(String path, Consumer<JsonObject> change, String part) throws ReadProblem {
        Verdict verdict = changed(path, change);
        assertTrue(verdict.isUnreadable(), verdict.toString());
        assertTrue(verdict.problem().contains(part), verdict.problem());
    }

    @Test
    void aCaseThatClaimsWhatItDoesNotHoldIsRefused() throws ReadProblem {
        assertUnreadable(SMALL, root -> root.remove("forward"), "forward: this field is missing");
        assertUnreadable(SMALL, root -> root.getAsJsonObject("forward").remove("loss"), "forward.loss");
        assertUnreadable(SMALL, root -> root.getAsJsonObject("grad").remove("params"), "grad.params");
        assertUnreadable(SMALL, root -> root.remove("tolerance"), "tolerance");
        assertUnreadable(
                SMALL, root -> root.getAsJsonObject("tolerance").addProperty("grad", 1e9), "tolerance.grad: expected");
        assertUnreadable(
                SMALL, root -> root.getAsJsonObject("forward").addProperty("magic", 1), "computes no such result");
        assertUnreadable(
                SMALL, root -> layer(root, "forward").addProperty("direction", "up"), "direction: expected forward");
        assertUnreadable(SMALL, root -> root.getAsJsonObject("config").addProperty("T", 100_000), "x: expected shape");
        assertUnreadable(
                SMALL,
                root -> layer(root, "grad")
                        .getAsJsonObject("dh")
                        .getAsJsonArray("data")
                        .add(1),
                "dh: the shape");
        assertUnreadable(
                SMALL,
                root -> root.getAsJsonObject("contribution").add("h", new JsonPrimitive("none")),
                "contribution.h: expected a list");
        assertUnreadable(
                "optim/torch_adam.json", root -> root.add("steps", new JsonArray()), "steps: expected at least one");
        assertUnreadable(
                "optim/torch_adam.json", root -> root.getAsJsonObject("hyper").addProperty("magic", 1), "hyper.magic");
        assertUnreadable(
                "optim/torch_adam.json", root -> root.getAsJsonObject("hyper").addProperty("beta1", 2), "β₁");
    }

    @Test
    void aNumberThatIsNotFiniteIsNeverWithinTheTolerance() {
        assertFalse(new Deviation("", Double.NaN, 1).isAllowed());
        Deviation small = new Deviation("a", 1, 10);
        Deviation none = new Deviation("b", Double.NaN, 10);
        assertEquals("b", small.orWorse(none).where());
        assertEquals("b", none.orWorse(small).where());
        assertEquals("c", small.orWorse(new Deviation("c", 0.5, 1)).where());
    }
}
