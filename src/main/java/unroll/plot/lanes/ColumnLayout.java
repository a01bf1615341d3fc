package unroll.plot.lanes;

import java.util.OptionalInt;

/**
 * Where the columns of time steps stand, the same for the stage and for the lanes under it.
 *
 * @param viewport the shown columns
 * @param left x of the left edge of the first one
 * @param pitch width of a column, px
 */
public record ColumnLayout(Viewport viewport, double left, double pitch) {
    /** Room for labels on the left, px. */
    public static final double LABELS = 96;

    /** Room for legends on the right, px. */
    public static final double LEGENDS = 74;

    /** A figure less wide than this, as in a text, leaves less room beside its columns, px. */
    private static final double NARROW = 360;

    private static final double NARROW_LABELS = 68;
    private static final double NARROW_LEGENDS = 60;

    /** Columns at least so wide show cells with edges between them, px. */
    private static final double READABLE = 28;

    private static final double LEAST_WIDTH = 10;

    /**
     * Divides the width between the labels and the legends.
     *
     * @param width px of the whole figure
     * @param viewport the columns to show
     * @return columns of one width
     */
    public static ColumnLayout of(double width, Viewport viewport) {
        return new ColumnLayout(viewport, labels(width), columnsWidth(width) / viewport.count());
    }

    static int readableColumns(double width) {
        return Math.max(1, (int) (columnsWidth(width) / READABLE));
    }

    private static double labels(double width) {
        return width < NARROW ? NARROW_LABELS : LABELS;
    }

    private static double columnsWidth(double width) {
        return Math.max(LEAST_WIDTH, width - labels(width) - (width < NARROW ? NARROW_LEGENDS : LEGENDS));
    }

    public double right() {
        return left + pitch * viewport.count();
    }

    /** The left edge of a column, px; also of columns that are not shown. */
    public double x(int t) {
        return left + (t - viewport.first()) * pitch;
    }

    /** The middle of a column, px. */
    public double center(int t) {
        return x(t) + pitch / 2;
    }

    /** The step whose column lies at a place. */
    public OptionalInt stepAt(double x) {
        int t = viewport.first() + (int) Math.floor((x - left) / pitch);
        return x >= left && t <= viewport.last() ? OptionalInt.of(t) : OptionalInt.empty();
    }
}
