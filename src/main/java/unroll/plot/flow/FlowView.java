package unroll.plot.flow;

import java.util.List;
import unroll.analysis.GradientFlow;
import unroll.debug.Knowledge;
import unroll.plot.Range;

/**
 * What the gradient flow shows. Each {@code with} gives a changed copy.
 *
 * @param knowledge what is known at the cursor
 * @param layers measured from the same trace, from the bottom
 * @param range of the logarithmic axis
 */
public record FlowView(Knowledge knowledge, List<GradientFlow> layers, Range range) {
    /** The scale of all gradient magnitudes, in every view, so that two pictures compare. */
    public static final Range FIXED = new Range(1e-12, 1e3);

    public FlowView {
        layers = List.copyOf(layers);
        if (!(range.low() > 0)) {
            throw new IllegalArgumentException("a logarithmic axis starts above zero, not at " + range.low());
        }
    }

    /** All layers on the fixed scale. */
    public static FlowView of(Knowledge knowledge, List<GradientFlow> layers) {
        return new FlowView(knowledge, layers, FIXED);
    }

    public FlowView withRange(Range other) {
        return new FlowView(knowledge, layers, other);
    }
}
