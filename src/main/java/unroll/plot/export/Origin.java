package unroll.plot.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import unroll.core.model.Phase;
import unroll.debug.Position;
import unroll.debug.Program;
import unroll.plot.Wording;

/**
 * What made a figure, or one of its curves.
 *
 * @param label what the figure calls it; empty where there is only one
 * @param network experiment and network, for instance {@code "vanishing · lstm · 32 units"}
 */
public record Origin(String label, String network, long seed) {

    /**
     * A network on an experiment, in words.
     *
     * @param cell the id of its cell
     */
    public static Origin of(String experiment, String cell, int units, long seed, Wording wording) {
        String network = experiment + " \u00b7 " + cell + " \u00b7 "
                + (units == 1 ? wording.text("unit") : wording.text("units", units));
        return new Origin("", network, seed);
    }

    /** Where the debugger stands, in words; nothing before the first line. */
    public static String place(Program program, int cursor, Wording wording) {
        if (cursor == 0) {
            return "";
        }
        Position position = program.at(cursor - 1);
        String phase = wording.text("phase." + position.phase());
        int line = position.line().number();
        return position.phase() == Phase.UPDATE
                ? wording.text("caption.line", phase, line)
                : wording.text("caption.place", phase, position.t(), line);
    }

    public Origin called(String name) {
        return new Origin(name, network, seed);
    }

    /** All of them on one line; those that differ in their seed only together. */
    public static String line(List<Origin> origins, Wording wording) {
        Map<String, List<Origin>> byNetwork = new LinkedHashMap<>();
        for (Origin each : origins) {
            byNetwork.computeIfAbsent(each.network(), any -> new ArrayList<>()).add(each);
        }
        return byNetwork.entrySet().stream()
                .map(each -> text(each.getKey(), each.getValue(), wording))
                .collect(Collectors.joining("; "));
    }

    private static String text(String network, List<Origin> members, Wording wording) {
        String labels = distinct(members.stream().map(Origin::label).toList());
        String seeds = distinct(
                members.stream().map(each -> Long.toString(each.seed())).toList());
        boolean several = seeds.contains(",");
        String made = network + " \u00b7 " + wording.text(several ? "caption.seeds" : "caption.seed", seeds);
        return labels.isEmpty() ? made : labels + ": " + made;
    }

    private static String distinct(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(", "));
    }
}
