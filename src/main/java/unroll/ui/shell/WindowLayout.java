package unroll.ui.shell;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the window is divided, as it comes back at the next start.
 *
 * @param dividers for each split pane, by its id, the places of its dividers, 0 … 1
 * @param folded ids of the panes that are folded away
 * @param panels ids of the panels below the stage, left and right
 */
public record WindowLayout(Map<String, List<Double>> dividers, Set<String> folded, List<String> panels) {
    /** As in the picture that the program was drawn after. */
    public static final WindowLayout DEFAULT = new WindowLayout(
            Map.of("columns", List.of(0.21, 0.778), "middle", List.of(0.37, 0.66), "side", List.of(0.52)),
            Set.of(),
            List.of("gradient-flow", "curves"));

    public WindowLayout {
        dividers = Map.copyOf(dividers);
        folded = Set.copyOf(folded);
        panels = List.copyOf(panels);
    }

    /** The same with one split pane, and one of the panes in it, as they are in another layout. */
    WindowLayout withPane(String split, String pane, WindowLayout other) {
        Map<String, List<Double>> mixed = new LinkedHashMap<>(dividers);
        mixed.put(split, other.dividers.getOrDefault(split, List.of()));
        Set<String> foldedToo = new LinkedHashSet<>(folded);
        foldedToo.remove(pane);
        if (other.folded.contains(pane)) {
            foldedToo.add(pane);
        }
        return new WindowLayout(mixed, foldedToo, panels);
    }
}
