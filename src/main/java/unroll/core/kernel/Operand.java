package unroll.core.kernel;

/**
 * A matrix in a flat array that a kernel works on: element (i, j) lies at {@code at + i * rowStride + j * columnStride}.
 * The place can be moved, so that one operand serves all time steps. Internal to the core: working memory.
 */
public final class Operand {
    /** What the number of lines in a panel is a multiple of. */
    public static final int LINES = PlainProduct.WHOLE;

    final double[] data;
    /** The rows of all panels if each is an array of its own, else null. */
    final double[][] lines;

    final int rowStride;
    final int columnStride;
    int at;

    private Operand(double[] data, int at, int rowStride, int columnStride) {
        this(data, null, at, rowStride, columnStride);
    }

    private Operand(double[] data, double[][] lines, int at, int rowStride, int columnStride) {
        this.data = data;
        this.lines = lines;
        this.at = at;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
    }

    /** Rows of consecutive values. */
    public static Operand rows(double[] data, int at, int rowStride) {
        return new Operand(data, at, rowStride, 1);
    }

    /** One row in the place of many. */
    public static Operand repeated(double[] data, int at) {
        return new Operand(data, at, 0, 1);
    }

    /** The transpose of rows of consecutive values. */
    public static Operand transposed(double[] data, int at, int rowStride) {
        return new Operand(data, at, 1, rowStride);
    }

    /**
     * The same matrix as the right factor of a product, which is read in panels of a few columns.
     *
     * @param panelStride from one panel to the next
     */
    public static Operand panels(double[] data, int at, int rowStride, int panelStride) {
        return new Operand(data, at, rowStride, panelStride);
    }

    /**
     * A right factor in panels of which each row is an array of its own.
     *
     * @param lines the rows of the first panel, those of the second, …; in each panel rows of zeros up to a multiple of
     *     {@link #LINES}
     * @param panelLines how many rows a panel has
     */
    public static Operand lines(double[][] lines, int panelLines) {
        return new Operand(null, lines, 0, 0, panelLines);
    }

    /** Moves the first element to an index. */
    public Operand moveTo(int index) {
        at = index;
        return this;
    }

    /** Whether the rows follow one another without a gap. */
    boolean isContiguous(int width) {
        return rowStride == width && columnStride == 1;
    }
}
