package unroll.plot.stage;

import java.util.List;
import unroll.core.model.Chain;
import unroll.plot.lanes.LaneStrip;

/**
 * One row of the stage: the input, a layer's states in one direction, or the output. The loss stands above all of them and is no tier.
 *
 * @param part which of the three
 * @param chain the layer and its direction; of input and output the head's
 * @param strips its vectors from top to bottom: one, or for a cell of several states one a state
 */
record Tier(Part part, Chain chain, List<LaneStrip> strips) {
    enum Part {
        INPUT,
        LAYER,
        OUTPUT
    }

    Tier {
        strips = List.copyOf(strips);
    }

    /** The units of its largest vector. */
    int units() {
        return strips.stream().mapToInt(LaneStrip::units).max().orElseThrow();
    }
}
