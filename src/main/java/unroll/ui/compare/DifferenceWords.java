package unroll.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unroll.io.FieldDifference;
import unroll.plot.NumberFormat;
import unroll.plot.Side;
import unroll.ui.state.Messages;

/** What two experiments differ in, in words. */
record DifferenceWords(List<FieldDifference> differences, Messages messages) {
    private static final String FIELD = "compare.field.";
    private static final String KIND = "kind";
    private static final int MOST_IN_NAME = 2;

    /** Leaves out what another kind of something brings with it. */
    DifferenceWords {
        List<FieldDifference> all = List.copyOf(differences);
        differences = all.stream()
                .filter(each -> !(isOneSided(each) && hasOtherKind(each, all)))
                .toList();
    }

    private static boolean isOneSided(FieldDifference each) {
        return each.here().isEmpty() || each.there().isEmpty();
    }

    private static boolean hasOtherKind(FieldDifference each, List<FieldDifference> all) {
        String kind = each.path().substring(0, each.path().lastIndexOf('.') + 1) + KIND;
        return !each.path().equals(kind)
                && all.stream().anyMatch(other -> other.path().equals(kind));
    }

    /** The name of a field; its path in the file where the interface has none. */
    String field(FieldDifference difference) {
        String key = FIELD + difference.path();
        return messages.containsKey(key) ? messages.text(key) : difference.path();
    }

    /** A side's value. */
    String value(FieldDifference difference, Side side) {
        Optional<String> value = side == Side.A ? difference.here() : difference.there();
        String absent = FIELD + difference.path() + ".absent";
        return value.map(DifferenceWords::rounded)
                .orElseGet(() -> messages.text(messages.containsKey(absent) ? absent : "compare.absent"));
    }

    private static String rounded(String value) {
        return isNumber(value) ? NumberFormat.format(Double.parseDouble(value)) : value;
    }

    private static boolean isNumber(String value) {
        return value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }

    /** A side in a word or two, such as {@code lstm} or {@code gain 1.5}. */
    String name(Side side) {
        return differences.stream()
                .limit(MOST_IN_NAME)
                .map(each -> named(each, value(each, side)))
                .collect(Collectors.joining(", "));
    }

    private String named(FieldDifference difference, String value) {
        boolean speaksForItself =
                difference.path().equals("model.cell") || difference.path().equals("initialiser.preset");
        return speaksForItself ? value : field(difference) + " " + value;
    }

    /** All of it in one line. */
    String plain() {
        return differences.stream()
                .map(each -> messages.text("compare.difference", field(each), value(each, Side.A), value(each, Side.B)))
                .collect(Collectors.joining(" · "));
    }
}
