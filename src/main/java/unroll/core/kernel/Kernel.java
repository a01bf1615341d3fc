package unroll.core.kernel;

/**
 * Batched operations on flat arrays, in place and without allocation. Each works on rows of {@code width} values; the
 * operands of one call do not overlap, except that an elementwise result may take the place of an argument.
 *
 * <p>Widths of elementwise operations and numbers of columns of products must be multiples of {@link #lanes}. What lies
 * between a matrix's true width and that is computed along with it and belongs to no result.
 *
 * <p>All implementations give the same bits; an instance serves one thread at a time.
 */
public interface Kernel {
    /** How many rows of a right factor's columns lie side by side in one panel, for every {@link #lanes}. */
    int PANEL_VECTORS = 4;

    /** The name in commands. */
    String id();

    /** What widths must be multiples of. */
    int lanes();

    /** The columns in one panel of a right factor. */
    default int panelWidth() {
        return PANEL_VECTORS * lanes();
    }

    /** Whether right factors that are made for it are best given as {@link Operand#lines}. */
    default boolean readsLines() {
        return false;
    }

    /**
     * C ← S + A B: each c is one sum, from its start over the depth from the first to the last, by fused multiply-adds.
     *
     * @param factors A, of shape [rows, depth], and B, of shape [depth, columns], in panels
     * @param start of shape [rows, columns]; may be C itself, or one row for all
     * @param c of shape [rows, columns]
     */
    void multiply(int rows, int columns, int depth, Factors factors, Operand start, Operand c);

    /** Every row of y ← the one row. */
    void spread(int rows, int width, Operand row, Operand y);

    /** sum += each row of x, from the first to the last. */
    void sumRows(int rows, int width, Operand x, Operand sum);

    /** y ← the function's values. */
    void apply(Curve curve, int rows, int width, Operand x, Operand y);

    /** dx ← or += dy ⊙ slope, from y. */
    void slope(Curve curve, Accumulation into, int rows, int width, Slope slope);

    /** y ← or += u ⊙ v. */
    void product(Accumulation into, int rows, int width, Factor u, Factor v, Operand y);

    /** y ← or += u. */
    void add(Accumulation into, int rows, int width, Factor u, Operand y);

    /** y ← eˣ, for x up to 0. */
    void exp(int rows, int width, Operand x, Operand y);

    /** y ← a u ∘ b v: one row of any length, and y may be an operand. */
    void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y);

    /** y ← a u + b v²: one row of any length, and y may be an operand. */
    void addSquare(int length, Scaled u, Scaled v, Operand y);

    /** y ← √u + b v: one row of any length, and y may be an operand. */
    void addToRoot(int length, Operand u, Scaled v, Operand y);

    /** Σ v² over {@code values[from, from + length)}, in {@link Squares#SUMS} sums that are then folded in halves. */
    double sumOfSquares(double[] values, int from, int length);

    /** A and B of a product; the second is read in panels. */
    record Factors(Operand left, Operand right) {}

    /** Whether a result takes the place of what was there, or is added to it. */
    enum Accumulation {
        REPLACE,
        ADD
    }

    /** The functions that are applied element by element, each with a slope that follows from its value. */
    enum Curve {
        IDENTITY,
        RELU,
        TANH,
        SIGMOID
    }

    /** The operands of a slope: the function's values, the gradient by them, and the gradient by its arguments. */
    record Slope(Operand y, Operand dy, Operand dx) {}

    /** A factor of an elementwise product: a value times {@code scale}, plus {@code shift}. */
    record Factor(Operand operand, double scale, double shift) {
        /** v. */
        public static Factor of(Operand operand) {
            return new Factor(operand, 1, 0);
        }

        /** 1 − v. */
        public static Factor oneMinus(Operand operand) {
            return new Factor(operand, -1, 1);
        }

        /** The factor with its sign turned. */
        public Factor negative() {
            return new Factor(operand, -scale, -shift);
        }
    }
}
