package unroll.ui.state;

/** How large all text is. */
public enum TextSize {
    NORMAL(100),
    LARGE(125),
    LARGEST(150);

    private static final double ROOM_FOR_LARGE = 1180;
    private static final double ROOM_FOR_LARGEST = 1400;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    /**
     * The largest text with which the transport and the stage keep their room.
     *
     * @param width of the window, px
     */
    public static TextSize largestFor(double width) {
        if (width >= ROOM_FOR_LARGEST) {
            return LARGEST;
        }
        return width >= ROOM_FOR_LARGE ? LARGE : NORMAL;
    }

    public int percent() {
        return percent;
    }

    /** The style class of the root that sets it. */
    public String styleClass() {
        return "text-" + percent;
    }
}
