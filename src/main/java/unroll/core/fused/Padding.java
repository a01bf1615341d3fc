package unroll.core.fused;

/**
 * Where the units of a vector lie in a row: its blocks one after the other, each of them with room up to a multiple of
 * the kernel's lanes.
 *
 * @param blocks how many
 * @param units in one block
 * @param lanes what a block's room is a multiple of
 */
record Padding(int blocks, int units, int lanes) {
    static Padding of(int blocks, int units, int lanes) {
        return new Padding(blocks, units, lanes);
    }

    /** The room of one block. */
    int blockWidth() {
        return (units + lanes - 1) / lanes * lanes;
    }

    /** The room of all. */
    int width() {
        return blocks * blockWidth();
    }

    /** All units. */
    int size() {
        return blocks * units;
    }

    /** How many places, from the first, hold all units: no room at the end, but that between blocks. */
    int extent() {
        return (blocks - 1) * blockWidth() + units;
    }

    /** Where a unit lies. */
    int position(int unit) {
        return unit / units * blockWidth() + unit % units;
    }

    /** Where each unit lies. */
    int[] positions() {
        int[] positions = new int[size()];
        for (int unit = 0; unit < positions.length; unit++) {
            positions[unit] = position(unit);
        }
        return positions;
    }
}
