package unroll.plot.stage;

/**
 * Where a vector lives on the stage.
 *
 * @param tier from the bottom; one above the last for the loss
 * @param strip within the tier, or {@link #BODY} for what lives inside a cell without a strip of its own
 */
record Place(int tier, int strip) {
    static final int BODY = -1;

    /** Whether both lie in the same cell. */
    boolean sharesCell(Place other) {
        return tier == other.tier;
    }
}
