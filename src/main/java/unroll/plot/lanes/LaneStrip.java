package unroll.plot.lanes;

import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;

/**
 * A lane with its numbers.
 *
 * @param lane which
 * @param vector what is known of it
 * @param firstUnit the vector's unit in its first row
 * @param units how many rows it has
 * @param largest the largest magnitude in the trace, 0 where the lane's range is fixed
 */
public record LaneStrip(Lane lane, KnownVector vector, int firstUnit, int units, double largest) {
    /** Reads one row of a trace as far as it is known. */
    public static LaneStrip of(Lane lane, Knowledge knowledge, int row) {
        Network network = knowledge.trace().network();
        double largest = lane.color().hasOwnRange() ? lane.largest(knowledge, row) : 0;
        KnownVector vector = lane.vector(knowledge, row);
        return new LaneStrip(lane, vector, lane.firstUnit(network), lane.units(network), largest);
    }

    /** Its picture. */
    public HeatMap heatMap(StripColors colors) {
        return new HeatMap(vector, firstUnit, units, colors.of(this));
    }
}
