package unroll.plot.weights;

import java.util.Locale;

/** What of a parameter is shown. */
public enum Aspect {
    /** The numbers that the forward lines read. */
    VALUE,
    /** ∂L/∂ the parameter, as far as it is summed. */
    GRADIENT,
    /** What the update adds to it. */
    UPDATE;

    /** The name in texts and tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands before a parameter's letter. */
    String prefix() {
        return switch (this) {
            case VALUE -> "";
            case GRADIENT -> "∂L/∂";
            case UPDATE -> "Δ";
        };
    }
}
