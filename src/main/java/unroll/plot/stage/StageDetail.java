package unroll.plot.stage;

/** How much of a column is drawn, by its width. */
enum StageDetail {
    /** Cells with outlines, and edges between them. */
    CELLS,
    /** Cells shrunk to strips that stand edge to edge, with a ribbon above for what travels between them. */
    STRIPS;

    /** Narrower columns have no room for edges, px. */
    private static final double LEAST_PITCH = 14;

    static StageDetail of(double pitch) {
        return pitch >= LEAST_PITCH ? CELLS : STRIPS;
    }
}
