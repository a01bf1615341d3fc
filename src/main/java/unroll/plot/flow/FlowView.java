package unroll.plot.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.analysis.GradientFlow;
import unroll.analysis.JacobianSpectrum;
import unroll.core.model.Chain;
import unroll.debug.Knowledge;
import unroll.plot.Range;
import unroll.plot.chart.Extent;

/**
 * What the gradient flow shows. Each {@code with} gives a changed copy.
 *
 * @param knowledge what is known at the cursor
 * @param layers measured from the same trace, from the bottom
 * @param range of the logarithmic axis
 * @param products for the top layer, of the same trace; empty to leave them out
 * @param split the chain whose gradients are shown by the roads that they come on, too
 */
public record FlowView(
        Knowledge knowledge,
        List<GradientFlow> layers,
        Range range,
        Map<Chain, JacobianSpectrum> products,
        Optional<Chain> split) {
    /** The scale of all gradient magnitudes, in every view, so that two pictures compare. */
    public static final Range FIXED = new Range(1e-12, 1e3);

    /** Doubles end here: a gradient that reaches it is exactly zero. */
    private static final int MOST_DECADES = 300;

    public FlowView {
        layers = List.copyOf(layers);
        products = Map.copyOf(products);
        if (!(range.low() > 0)) {
            throw new IllegalArgumentException("a logarithmic axis starts above zero, not at " + range.low());
        }
    }

    /** All layers on the fixed scale. */
    public static FlowView of(Knowledge knowledge, List<GradientFlow> layers) {
        return new FlowView(knowledge, layers, FIXED, Map.of(), Optional.empty());
    }

    public FlowView withRange(Range other) {
        return new FlowView(knowledge, layers, other, products, split);
    }

    public FlowView withProducts(Map<Chain, JacobianSpectrum> measured) {
        return new FlowView(knowledge, layers, range, measured, split);
    }

    public FlowView withSplit(Optional<Chain> chain) {
        return new FlowView(knowledge, layers, range, products, chain);
    }

    /** On a scale that holds all norms of the whole trace. */
    public FlowView fitted() {
        Extent extent = new Extent();
        for (GradientFlow layer : layers) {
            for (GradientFlow.State state : layer.states()) {
                for (int t = 0; t < state.norms().size(); t++) {
                    extent.add(state.norms().at(t));
                }
            }
        }
        return withRange(extent.scale(MOST_DECADES).range());
    }
}
