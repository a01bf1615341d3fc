package unroll.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import unroll.experiment.ByHand;
import unroll.experiment.ByHand.Place;
import unroll.experiment.Probe;
import unroll.experiment.Setup.Part;
import unroll.io.json.Fields;
import unroll.io.json.TensorJson;

/**
 * Which sequences of an experiment are looked at, as JSON: {@code {"part": "train", "example": 0, "rows": 1, "changes":
 * [{"row": 0, "text": "…", "values": [[t, unit, value], …]}]}}. Everything may be left out.
 */
final class ProbeJson {
    private static final int MOST = 1_000_000_000;
    private static final int NUMBERS_TO_A_VALUE = 3;

    private ProbeJson() {}

    static Probe read(Fields fields) throws ReadProblem {
        Part part = fields.has("part") ? fields.choice("part", Words.of(Part.values(), Words::ofConstant)) : Part.TRAIN;
        int example = fields.has("example") ? fields.whole("example", 0, MOST) : 0;
        int rows = fields.has("rows") ? fields.whole("rows", 1, Probe.MOST_ROWS) : 1;
        SortedMap<Integer, ByHand> changes = new TreeMap<>();
        for (Fields change : fields.has("changes") ? fields.objects("changes") : List.<Fields>of()) {
            int row = change.has("row") ? change.whole("row", 0, Probe.MOST_ROWS - 1) : 0;
            changes.put(row, change(change));
            change.end();
        }
        fields.end();
        return new Probe(part, example, rows, changes);
    }

    private static ByHand change(Fields fields) throws ReadProblem {
        Optional<String> text = fields.has("text") ? Optional.of(fields.text("text")) : Optional.empty();
        List<double[]> triples = fields.has("values") ? TensorJson.numberLists(fields, "values") : new ArrayList<>();
        SortedMap<Place, Double> values = new TreeMap<>();
        for (int i = 0; i < triples.size(); i++) {
            double[] triple = triples.get(i);
            boolean isPlace = triple.length == NUMBERS_TO_A_VALUE && isWhole(triple[0], 1) && isWhole(triple[1], 0);
            if (!isPlace) {
                throw fields.problem("values[" + i + "]", Phrase.of("problem.stepUnitNumber"));
            }
            values.put(new Place((int) triple[0], (int) triple[1]), triple[2]);
        }
        return new ByHand(text, values);
    }

    private static boolean isWhole(double number, int least) {
        return number == Math.rint(number) && number >= least && number <= MOST;
    }

    static JsonObject write(Probe probe) {
        JsonObject json = new JsonObject();
        json.addProperty("part", Words.ofConstant(probe.part()));
        json.addProperty("example", probe.example());
        json.addProperty("rows", probe.rows());
        JsonArray changes = new JsonArray();
        probe.changes().forEach((row, change) -> changes.add(write(row, change)));
        json.add("changes", changes);
        return json;
    }

    private static JsonObject write(int row, ByHand change) {
        JsonObject json = new JsonObject();
        json.addProperty("row", row);
        change.text().ifPresent(text -> json.addProperty("text", text));
        JsonArray values = new JsonArray();
        for (Map.Entry<Place, Double> each : change.values().entrySet()) {
            JsonArray triple = new JsonArray();
            triple.add(each.getKey().t());
            triple.add(each.getKey().unit());
            triple.add(each.getValue());
            values.add(triple);
        }
        json.add("values", values);
        return json;
    }
}
