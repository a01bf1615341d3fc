package unroll.check;

import com.google.gson.JsonObject;
import java.util.Map;
import unroll.io.ReadProblem;
import unroll.io.TextFile;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;

/**
 * A file in the reference format: what another program computed of a network, or of an optimiser.
 *
 * @param source read anew at every run
 */
public record ReferenceCase(String name, Source source) implements NumberCheck {
    /** Where the text comes from. */
    @FunctionalInterface
    public interface Source {
        TextFile read() throws ReadProblem;
    }

    private interface Kind {
        Deviation compare(String file, JsonObject root) throws ReadProblem;
    }

    private static final Map<String, Kind> KINDS = Map.of(
            "cell", (file, root) -> new CellCase(file, root).compare(),
            "optimizer", (file, root) -> new OptimizerCase(file, root).compare());

    @Override
    public Deviation run() throws ReadProblem {
        TextFile text = source.read();
        JsonObject root = JsonText.parseObject(text);
        return Fields.of(text.name(), root).choice("kind", KINDS).compare(text.name(), root);
    }
}
