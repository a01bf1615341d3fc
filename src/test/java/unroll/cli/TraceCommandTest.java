package unroll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.cli.UnrollCommandTest.Outcome;
import unroll.oracle.OracleCase;

/** The command's answers against the reference cases, through files as a user has them. */
class TraceCommandTest {
    private static final Path CASES = Path.of("src/main/resources/unroll/reference/cells");

    @TempDir
    Path folder;

    static Stream<OracleCase> cases() {
        return OracleCase.all();
    }

    private static String file(OracleCase oracle) {
        return CASES.resolve(oracle + ".json").toString();
    }

    private static String small() {
        return CASES.resolve("rnn_tanh_1-3-1-5-1_mse_all_sum.json").toString();
    }

    private JsonObject traced(String file) throws Exception {
        Path out = folder.resolve("traced.json");
        Outcome outcome = UnrollCommandTest.run("trace", file, "--out", out.toString(), "--force");
        assertEquals(0, outcome.code(), outcome.err());
        return JsonParser.parseString(Files.readString(out)).getAsJsonObject();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWrittenCaseHasEveryFieldAndNumberOfTheReference(OracleCase oracle) throws Exception {
        JsonObject written = traced(file(oracle));
        List<String> differences = new ArrayList<>();
        // At a padded step gates and pre-activations are not defined.
        Set<String> undefined =
                oracle.config().get("packed").getAsBoolean() ? Set.of("pre", "gates", "dpre", "logits") : Set.of();
        compare(oracle.json(), written, "", undefined, differences);
        assertEquals(List.of(), differences);
    }

    private static void compare(
            JsonElement expected, JsonElement actual, String path, Set<String> skipped, List<String> differences) {
        if (expected.isJsonObject()) {
            for (Map.Entry<String, JsonElement> field :
                    expected.getAsJsonObject().entrySet()) {
                JsonElement other = actual.getAsJsonObject().get(field.getKey());
                if (other == null) {
                    differences.add(path + "." + field.getKey() + " is missing");
                } else if (!skipped.contains(field.getKey())) {
                    compare(field.getValue(), other, path + "." + field.getKey(), skipped, differences);
                }
            }
        } else if (expected.isJsonArray()) {
            compareLists(expected.getAsJsonArray(), actual.getAsJsonArray(), path, skipped, differences);
        } else if (expected.getAsJsonPrimitive().isNumber()) {
            if (Math.abs(expected.getAsDouble() - actual.getAsDouble()) > 1e-11) {
                differences.add(path + " is " + actual + ", not " + expected);
            }
        } else if (!expected.equals(actual)) {
            differences.add(path + " is " + actual + ", not " + expected);
        }
    }

    private static void compareLists(
            JsonArray expected, JsonArray actual, String path, Set<String> skipped, List<String> differences) {
        if (expected.size() != actual.size()) {
            differences.add(path + " has " + actual.size() + " entries, not " + expected.size());
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(expected.get(i), actual.get(i), path + "[" + i + "]", skipped, differences);
        }
    }

    @Test
    void resultsThatTheCaseHoldsAreIgnored() throws Exception {
        JsonObject spoilt =
                JsonParser.parseString(Files.readString(Path.of(small()))).getAsJsonObject();
        spoilt.addProperty("forward", "nonsense");
        spoilt.getAsJsonObject("grad").addProperty("h0", 3);
        spoilt.remove("detail");
        Path file = folder.resolve("spoilt.json");
        Files.writeString(file, spoilt.toString());
        JsonObject expected = traced(small());
        JsonObject written = traced(file.toString());
        assertEquals(expected.get("forward"), written.get("forward"), "a missing detail means full");
        assertEquals(expected.get("grad"), written.get("grad"));
    }

    @ParameterizedTest
    @CsvSource({"rnn_tanh_28-32-10-28-3_ce_last, 200", "lstm_28-32-10-28-3_ce_last, 564"})
    void positionsAreCounted(String name, int count) {
        Outcome outcome =
                UnrollCommandTest.run("trace", CASES.resolve(name + ".json").toString(), "--positions");
        assertEquals(0, outcome.code());
        assertEquals(count, outcome.lines().size());
        assertTrue(
                outcome.lines().get(0).startsWith("0  forward:1:1:1  aₜ = "),
                outcome.lines().get(0));
    }

    private static JsonObject at(String file, String place) {
        Outcome outcome = UnrollCommandTest.run("trace", file, "--at", place);
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.last();
    }

    private static JsonObject entry(JsonObject answer, String list, String id) {
        for (JsonElement element : answer.getAsJsonArray(list)) {
            if (element.getAsJsonObject().get("id").getAsString().equals(id)) {
                return element.getAsJsonObject();
            }
        }
        throw new AssertionError(id + " is not in " + list + " of " + answer);
    }

    private static Set<String> ids(JsonObject answer, String list) {
        Set<String> ids = new HashSet<>();
        answer.getAsJsonArray(list)
                .forEach(each -> ids.add(each.getAsJsonObject().get("id").getAsString()));
        return ids;
    }

    @Test
    void everyListedPlaceAnswersWithItsOwnNumber() {
        List<String> lines =
                UnrollCommandTest.run("trace", small(), "--positions").lines();
        for (int index = 0; index < lines.size(); index += 7) {
            String place = lines.get(index).split(" +")[1];
            JsonObject answer = at(small(), place);
            assertEquals(index, answer.get("position").getAsInt(), place);
            assertEquals(lines.size(), answer.get("positions").getAsInt());
        }
    }

    @Test
    void nothingIsKnownBeforeItsLineRan() {
        JsonObject answer = at(small(), "forward:2:1");
        assertEquals(Set.of(), ids(answer, "partial"));
        Set<String> known = ids(answer, "known");
        assertTrue(known.containsAll(Set.of("x[5]", "h[0]", "h[1]", "y[1]", "L[1]", "a[2]")), known.toString());
        assertFalse(known.contains("h[2]"));
        assertTrue(known.stream().noneMatch(id -> id.startsWith("d")), known.toString());
        assertEquals(
                "[\"weight_ih_l0\",\"x[2]\",\"weight_hh_l0\",\"h[1]\",\"bias_ih_l0\",\"bias_hh_l0\"]",
                answer.get("reads").toString());
        assertEquals("[\"a[2]\"]", answer.get("writes").toString());
    }

    @Test
    void aPartialSumTellsHowFarItIsAndGrowsToTheWhole() throws Exception {
        JsonObject early = at(small(), "backward:5:9:1");
        JsonObject partial = entry(early, "partial", "dh[4]");
        assertEquals(1, partial.get("done").getAsInt());
        assertEquals(2, partial.get("of").getAsInt());
        JsonObject last = at(small(), "backward:1:11:1");
        assertEquals(Set.of(), ids(last, "partial"));
        JsonObject expected = JsonParser.parseString(Files.readString(Path.of(small())))
                .getAsJsonObject()
                .getAsJsonObject("grad");
        JsonArray dh = expected.getAsJsonArray("layers")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("dh")
                .getAsJsonArray("data");
        for (int t = 1; t <= 5; t++) {
            JsonArray data = data(entry(last, "known", "dh[" + t + "]"));
            for (int unit = 0; unit < 3; unit++) {
                assertEquals(
                        dh.get((t - 1) * 3 + unit).getAsDouble(), data.get(unit).getAsDouble(), 1e-12);
            }
        }
    }

    private static JsonArray data(JsonObject entry) {
        return entry.getAsJsonObject("value").getAsJsonArray("data");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSharesOfAParameterSumToItsGradient(OracleCase oracle) {
        List<String> lines =
                UnrollCommandTest.run("trace", file(oracle), "--positions").lines();
        String last = lines.get(lines.size() - 1).split(" +")[1];
        String before = last.replaceFirst("backward:1:", "backward:2:");
        if (oracle.config("T") < 2) {
            return;
        }
        JsonObject whole = at(file(oracle), last);
        JsonObject partial = at(file(oracle), before);
        String gradient = oracle.json().getAsJsonObject("params").has("i2h.weight") ? "di2h.weight" : "dweight_hh_l0";
        JsonObject sum = entry(partial, "partial", gradient);
        assertEquals(oracle.config("T") - 1, sum.get("done").getAsInt());
        assertEquals(oracle.config("T"), sum.get("of").getAsInt());
        assertEquals(data(entry(whole, "known", gradient)).size(), data(sum).size());
    }

    @Test
    void partialParameterGradientsAreTheSumOfTheirShares() {
        JsonObject whole = at(small(), "backward:1:11:1");
        JsonObject partial = at(small(), "backward:2:11:1");
        JsonArray delta = data(entry(whole, "known", "da[1]"));
        JsonArray initial = data(entry(whole, "known", "h[0]"));
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double share = delta.get(i).getAsDouble() * initial.get(j).getAsDouble();
                double sum = data(entry(partial, "partial", "dweight_hh_l0"))
                        .get(3 * i + j)
                        .getAsDouble();
                double all = data(entry(whole, "known", "dweight_hh_l0"))
                        .get(3 * i + j)
                        .getAsDouble();
                assertEquals(all, sum + share, 1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "backward:9:8, does not run in the backward phase at step 9",
        "forward:1:8, does not run in the forward phase",
        "update:1:1, does not run",
        "sideways:1:1, expected the phase",
        "forward:1, expected PHASE:T:LINE",
        "forward:x:1, expected a number for the time step",
        "forward:1:1:2, in layer 2",
        "forward:1:1:1:rev, in layer 1 ←",
        "forward:1:1:1:back, expected the direction fwd or rev"
    })
    void placesThatAreNoneAreRefused(String place, String part) {
        Outcome outcome = UnrollCommandTest.run("trace", small(), "--at", place);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains(part), outcome.err());
        assertEquals(1, outcome.err().lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "cell":"rnn"          | "cell":"rnm"         | config.cell: expected one of rnn, lstm, gru
            "H":3                 | "H":4                | params.weight_ih_l0: expected shape [4, 1], found [3, 1]
            "H":3                 | "H":0                | config.H: expected a whole number
            "T":5                 | "T":6                | x: expected shape [6, 1, 1], found [5, 1, 1]
            "B":1,                | "B":1,"Z":1,         | config.Z: this field is unknown
            "bidirectional":false | "bidirectional":true | params.weight_ih_l0_reverse: this field is missing
            "loss":"mse_all"      | "loss":"mse_some"    | config.loss: expected mse_last
            "kind":"cell"         | "kind":"cat"         | kind: expected one of cell
            "x":{"shape":[5,1,1]  | "x":{"shape":[5,2,1] | x: the shape [5, 2, 1] does not hold 5 numbers
            "detail":"full"       | "detail":"some"      | detail: expected one of full, core, norms
            "weight_hh_l0"        | "weight_hx_l0"       | params.weight_hh_l0: this field is missing
            "packed":false        | "packed":true        | lengths: this field is missing
            """)
    void spoiltCasesAreNamedByTheirField(String good, String bad, String part) throws Exception {
        Path file = folder.resolve("spoilt.json");
        String text = Files.readString(Path.of(small()));
        assertTrue(text.contains(good), good);
        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        Outcome outcome = UnrollCommandTest.run("trace", file.toString(), "--positions");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains(part), outcome.err());
    }

    @Test
    void aFileThatIsThereIsKept() {
        Outcome outcome = UnrollCommandTest.run("trace", small(), "--out", small());
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("it is there already and is kept"), outcome.err());
    }
}
