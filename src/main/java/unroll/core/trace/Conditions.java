package unroll.core.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.MaskDraw;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.tensor.Tensor;

/**
 * Under what conditions sequences run.
 *
 * @param initialStates of shape [rows, H] each; states not named start at zero
 * @param truncation how deep a gradient goes back
 * @param masks those of a network with dropout
 */
public record Conditions(Map<Site, Tensor> initialStates, Truncation truncation, Optional<MaskDraw> masks) {
    /** From zero states, with the whole gradient. */
    public static final Conditions USUAL = startingFrom(Map.of());

    public Conditions {
        initialStates = Collections.unmodifiableMap(new LinkedHashMap<>(initialStates));
    }

    /** With the whole gradient. */
    public static Conditions startingFrom(Map<Site, Tensor> initialStates) {
        return new Conditions(initialStates, Truncation.NONE, Optional.empty());
    }

    public Conditions withTruncation(Truncation replacement) {
        return new Conditions(initialStates, replacement, masks);
    }

    public Conditions withMasks(MaskDraw draw) {
        return new Conditions(initialStates, truncation, Optional.of(draw));
    }
}
