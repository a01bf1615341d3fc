package unroll.plot.weights;

import unroll.core.cell.BiasMode;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Site;
import unroll.debug.UnitName;

/** The letters of parameters in the equations. */
public final class ParameterTex {
    private ParameterTex() {}

    /** Such as {@code U} or {@code b_x}; where there are several layers or directions {@code U^{(2)\leftarrow}}. */
    public static String of(Network network, Entry entry) {
        String letter = letter(network, entry);
        if (entry.layer() == Site.HEAD) {
            return letter;
        }
        Direction direction = entry.name().endsWith("_reverse") ? Direction.REVERSE : Direction.FORWARD;
        Site state = new Chain(entry.layer(), direction).site(network.cell().output());
        String layer = UnitName.layerTex(network, state);
        return layer.isEmpty() ? letter : letter + "^{" + layer + "}";
    }

    /** The same in plain text. */
    public static String plain(Network network, Entry entry) {
        return of(network, entry)
                .replace("\\rightarrow", "→")
                .replace("\\leftarrow", "←")
                .replaceAll("[{}]", "");
    }

    private static String letter(Network network, Entry entry) {
        boolean one = network.bias() == BiasMode.SINGLE;
        return switch (entry.kind()) {
            case INPUT_WEIGHT -> "W";
            case RECURRENT_WEIGHT -> "U";
            case INPUT_BIAS -> one ? "b" : "b_x";
            case RECURRENT_BIAS -> "b_h";
            case OUTPUT_WEIGHT -> "V";
            case OUTPUT_BIAS -> "b_y";
        };
    }
}
