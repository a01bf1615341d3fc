package unroll.core.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.tensor.Tensor;

/**
 * Under what conditions sequences run.
 *
 * @param initialStates of shape [rows, H] each; states not named start at zero
 * @param truncation how deep a gradient goes back
 * @param maskSeed what the masks of a network with dropout are drawn from
 */
public record Conditions(Map<Site, Tensor> initialStates, Truncation truncation, OptionalLong maskSeed) {
    /** From zero states, with the whole gradient. */
    public static final Conditions USUAL = startingFrom(Map.of());

    public Conditions {
        initialStates = Collections.unmodifiableMap(new LinkedHashMap<>(initialStates));
    }

    /** With the whole gradient. */
    public static Conditions startingFrom(Map<Site, Tensor> initialStates) {
        return new Conditions(initialStates, Truncation.NONE, OptionalLong.empty());
    }

    public Conditions withTruncation(Truncation replacement) {
        return new Conditions(initialStates, replacement, maskSeed);
    }

    public Conditions withMaskSeed(long seed) {
        return new Conditions(initialStates, truncation, OptionalLong.of(seed));
    }
}
