package unroll.ui.panels;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter tensor by the letter that the listing has for it: what stands beside a curve must be short. */
final class TensorName {
    private static final Pattern OF_LAYER = Pattern.compile("(weight|bias)_([ih]h)_l(\\d{1,4})(_reverse)?");
    private static final Map<String, String> LETTERS = Map.of(
            "weight_ih", "$W$",
            "weight_hh", "$U$",
            "bias_ih", "$b_x$",
            "bias_hh", "$b_h$",
            "out.weight", "$V$",
            "out.bias", "$b_y$",
            "out_x.weight", "$V_x$");

    private TensorName() {}

    /** Its letter, with the number of its layer from the second on, and an arrow where it runs backwards. */
    static String caption(String tensor) {
        Matcher parts = OF_LAYER.matcher(tensor);
        if (!parts.matches()) {
            return LETTERS.getOrDefault(tensor, tensor);
        }
        int layer = Integer.parseInt(parts.group(3)) + 1;
        return LETTERS.get(parts.group(1) + "_" + parts.group(2))
                + (layer == 1 ? "" : " " + layer)
                + (parts.group(4) == null ? "" : " ←");
    }
}
