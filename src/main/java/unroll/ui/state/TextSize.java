package unroll.ui.state;

import java.util.List;

/** How large all text is. */
public enum TextSize {
    NORMAL(100),
    LARGE(125),
    LARGEST(150),
    /** For a class only: there is no room for all panes beside it. */
    PROJECTED(200);

    private static final double ROOM_FOR_PROJECTED = 1800;
    private static final double PIXELS_AT_ONE_PERCENT = 0.13;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    /** The sizes that a user can choose. */
    public static List<TextSize> offered() {
        return List.of(NORMAL, LARGE, LARGEST);
    }

    /**
     * The size for a class, which sits far from the screen.
     *
     * @param width of the screen, px
     */
    public static TextSize forPresenting(double width) {
        return width >= ROOM_FOR_PROJECTED ? PROJECTED : LARGEST;
    }

    public int percent() {
        return percent;
    }

    /** The height of the em, px. */
    public double pixels() {
        return percent * PIXELS_AT_ONE_PERCENT;
    }

    /** The style class of the root that sets it. */
    public String styleClass() {
        return "text-" + percent;
    }
}
