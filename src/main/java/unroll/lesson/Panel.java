package unroll.lesson;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A panel under the stage, which a step can bring to the front. */
public enum Panel {
    FLOW("flow"),
    CURVES("curves");

    private final String id;

    Panel(String id) {
        this.id = id;
    }

    /** The name in lessons. */
    public String id() {
        return id;
    }

    /** All panels by their names. */
    static Map<String, Panel> byId() {
        Map<String, Panel> panels = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(panel -> panels.put(panel.id, panel));
        return panels;
    }
}
