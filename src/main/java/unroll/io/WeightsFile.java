package unroll.io;

import com.google.gson.JsonObject;
import java.util.Map;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;

/**
 * Trained weights that come with a lesson, and how they were made: {@code unroll train EXPERIMENT --iterations N
 * --weights FILE} writes them. Each number is written with the digits that give the same double again.
 *
 * @param iterations after how many iterations from the experiment's first weights
 */
public record WeightsFile(long iterations, Parameters parameters) {
    private static final String FORMAT = "unroll-weights-1";

    /** Reads the weights of a network. */
    public static WeightsFile read(TextFile text, Network network) throws ReadProblem {
        Fields fields = Fields.of(text);
        fields.choice("format", Map.of(FORMAT, FORMAT));
        long iterations = fields.longWhole("iterations");
        Parameters parameters = CheckpointJson.parameters(fields.object("parameters"), network);
        fields.end();
        return new WeightsFile(iterations, parameters);
    }

    /** The text of the file. */
    public String text() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("iterations", iterations);
        json.add("parameters", CheckpointJson.write(parameters));
        return JsonText.oneLine(json) + "\n";
    }
}
