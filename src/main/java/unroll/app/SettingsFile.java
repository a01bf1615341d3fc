package unroll.app;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.io.ReadProblem;
import unroll.io.SafeFile;
import unroll.io.TextFile;
import unroll.io.WriteProblem;
import unroll.io.json.Fields;
import unroll.io.json.JsonText;
import unroll.ui.shell.WindowLayout;
import unroll.ui.state.Language;
import unroll.ui.state.TextSize;

/**
 * The settings in the user's folder.
 *
 * @param file need not exist
 */
record SettingsFile(Path file) {
    private static final double SMALLEST = 200;
    private static final double LARGEST = 20_000;

    /**
     * Reads the settings; those of the first start if there are none.
     *
     * @throws ReadProblem if the file is there but spoilt
     */
    Settings read() throws ReadProblem {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        Fields fields = Fields.of(file.toString(), JsonText.parseObject(TextFile.read(file)));
        Optional<Fields> window = fields.optionalObject("window");
        return new Settings(
                window.isPresent() ? Optional.of(window(window.get())) : Optional.empty(),
                layout(fields.object("layout")),
                fields.flag("dark"),
                fields.choice("textSize", textSizes()),
                fields.flag("reducedMotion"),
                fields.has("language") ? Optional.of(fields.choice("language", Language.byCode())) : Optional.empty());
    }

    private static Settings.Window window(Fields fields) throws ReadProblem {
        return new Settings.Window(
                fields.number("width", SMALLEST, LARGEST),
                fields.number("height", SMALLEST, LARGEST),
                fields.flag("maximized"));
    }

    private static Map<String, TextSize> textSizes() {
        Map<String, TextSize> sizes = new LinkedHashMap<>();
        for (TextSize size : TextSize.values()) {
            sizes.put(Integer.toString(size.percent()), size);
        }
        return sizes;
    }

    private static WindowLayout layout(Fields fields) throws ReadProblem {
        Map<String, List<Double>> dividers = new LinkedHashMap<>();
        Fields places = fields.object("dividers");
        for (String split : WindowLayout.DEFAULT.dividers().keySet()) {
            if (places.has(split)) {
                dividers.put(split, numbers(places, split));
            }
        }
        // Settings from before there was a choice have none.
        List<String> panels = fields.has("panels") ? names(fields, "panels") : WindowLayout.DEFAULT.panels();
        return new WindowLayout(dividers, new LinkedHashSet<>(names(fields, "folded")), panels);
    }

    private static List<String> names(Fields fields, String name) throws ReadProblem {
        List<String> names = new ArrayList<>();
        for (JsonElement element : fields.array(name)) {
            if (!element.isJsonPrimitive()) {
                throw fields.problem(name, "expected a list of names");
            }
            names.add(element.getAsString());
        }
        return names;
    }

    private static List<Double> numbers(Fields fields, String name) throws ReadProblem {
        List<Double> numbers = new ArrayList<>();
        for (JsonElement element : fields.array(name)) {
            boolean isNumber =
                    element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
            double number = isNumber ? Double.parseDouble(element.getAsString()) : Double.NaN;
            if (!(number >= 0 && number <= 1)) {
                throw fields.problem(name, "expected numbers from 0 to 1");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /**
     * Writes the settings.
     *
     * @throws WriteProblem if they can't be written
     */
    void write(Settings settings) throws WriteProblem {
        JsonObject json = new JsonObject();
        settings.window().ifPresent(window -> json.add("window", json(window)));
        json.add("layout", json(settings.layout()));
        json.addProperty("dark", settings.dark());
        json.addProperty("textSize", Integer.toString(settings.textSize().percent()));
        json.addProperty("reducedMotion", settings.reducedMotion());
        settings.language().ifPresent(language -> json.addProperty("language", language.code()));
        SafeFile.createFolder(file.toAbsolutePath().getParent());
        SafeFile.write(file, SafeFile.Existing.REPLACE, JsonText.indented(json));
    }

    private static JsonObject json(Settings.Window window) {
        JsonObject json = new JsonObject();
        json.addProperty("width", window.width());
        json.addProperty("height", window.height());
        json.addProperty("maximized", window.maximized());
        return json;
    }

    private static JsonObject json(WindowLayout layout) {
        JsonObject dividers = new JsonObject();
        layout.dividers().forEach((split, places) -> {
            JsonArray array = new JsonArray();
            places.forEach(array::add);
            dividers.add(split, array);
        });
        JsonArray folded = new JsonArray();
        layout.folded().forEach(folded::add);
        JsonObject json = new JsonObject();
        json.add("dividers", dividers);
        json.add("folded", folded);
        JsonArray panels = new JsonArray();
        layout.panels().forEach(panels::add);
        json.add("panels", panels);
        return json;
    }
}
