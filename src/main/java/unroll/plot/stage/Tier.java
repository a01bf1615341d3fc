package unroll.plot.stage;

import java.util.List;
import unroll.plot.lanes.LaneStrip;

/**
 * One row of the stage: the input, a layer's states, or the output. The loss stands above all of them and is no tier.
 *
 * @param part which of the three
 * @param layer from 0; of the input 0, of the output the head's
 * @param strips its vectors from top to bottom: one, or for a cell of several states one a state
 */
record Tier(Part part, int layer, List<LaneStrip> strips) {
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
