package unroll.lesson;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A panel under the stage, which a step can bring to the front. */
public enum Panel {
    GRADIENT_FLOW("gradient-flow"),
    LOSS_SPLIT("loss-split"),
    SHARES("shares"),
    SPECTRUM("spectrum"),
    PHASE("phase"),
    SATURATION("saturation"),
    WEIGHTS("weights"),
    LOSS_SURFACE("loss-surface"),
    CURVES("curves");

    private final String id;

    Panel(String id) {
        this.id = id;
    }

    /** The name in lessons. */
    public String id() {
        return id;
    }

    /** The panel with a name; empty when none has it. */
    public static Optional<Panel> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    /** All panels by their names. */
    static Map<String, Panel> byId() {
        Map<String, Panel> panels = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(panel -> panels.put(panel.id, panel));
        return panels;
    }
}
