package unroll.plot.weights;

import unroll.core.cell.BiasMode;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Site;

/** The letters of parameters in the equations. */
public final class ParameterTex {
    private ParameterTex() {}

    /** Such as {@code U} or {@code b_x}; in a network of several layers {@code U^{(2)}}. */
    public static String of(Network network, Entry entry) {
        String letter = letter(network, entry);
        boolean layered = network.layers() > 1 && entry.layer() != Site.HEAD;
        return layered ? letter + "^{(" + (entry.layer() + 1) + ")}" : letter;
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
