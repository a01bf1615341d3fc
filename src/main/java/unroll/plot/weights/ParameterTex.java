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
    private static final String NORMAL = "0123456789()";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾";

    private ParameterTex() {}

    /** Such as {@code U} or {@code b_x}; where there are several layers or directions {@code U^{(2)\leftarrow}}. */
    public static String of(Network network, Entry entry) {
        String letter = letter(network, entry);
        String layer = layerTex(network, entry);
        return layer.isEmpty() ? letter : letter + "^{" + layer + "}";
    }

    /** Its layer and direction in plain text, such as 2 ←; empty in a network of one chain, and for the head. */
    static String layer(Network network, Entry entry) {
        return plain(layerTex(network, entry)).replaceAll("[()]", "").replaceAll("(\\d)(\\D)", "$1 $2");
    }

    private static String layerTex(Network network, Entry entry) {
        if (entry.layer() == Site.HEAD) {
            return "";
        }
        Direction direction = entry.name().endsWith("_reverse") ? Direction.REVERSE : Direction.FORWARD;
        Site state = new Chain(entry.layer(), direction).site(network.cell().output());
        return UnitName.layerTex(network, state);
    }

    /** The same in plain text, such as U⁽²⁾←. */
    public static String plain(Network network, Entry entry) {
        StringBuilder text =
                new StringBuilder(letter(network, entry).replace("_x", "ₓ").replace("_h", "ₕ"));
        for (char raised : plain(layerTex(network, entry)).toCharArray()) {
            int index = NORMAL.indexOf(raised);
            text.append(index < 0 ? raised : RAISED.charAt(index));
        }
        return text.toString();
    }

    private static String plain(String tex) {
        return tex.replace("\\rightarrow", "→").replace("\\leftarrow", "←").replaceAll("[{}]", "");
    }

    /** Without its layer. */
    static String letter(Network network, Entry entry) {
        boolean one = network.bias() == BiasMode.SINGLE;
        return switch (entry.kind()) {
            case INPUT_WEIGHT -> "W";
            case RECURRENT_WEIGHT -> "U";
            case INPUT_BIAS -> entry.columns() > 0 && network.bias() == BiasMode.PER_ROW ? "B" : one ? "b" : "b_x";
            case RECURRENT_BIAS -> "b_h";
            case OUTPUT_WEIGHT -> "V";
            case OUTPUT_BIAS -> "b_y";
        };
    }
}
