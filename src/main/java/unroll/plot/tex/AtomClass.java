package unroll.plot.tex;

/** What a part of a formula does among its neighbours; it decides the space between them. */
enum AtomClass {
    ORDINARY,
    OPERATOR,
    BINARY,
    RELATION,
    OPENING,
    CLOSING,
    PUNCTUATION,
    INNER;

    private static final double[] SPACE_IN_EM = {0, 3 / 18.0, 4 / 18.0, 5 / 18.0};

    /**
     * The TeXbook's table (chapter 18), row by the left neighbour, column by the right one: 0 none, 1 thin, 2 medium, 3
     * thick; negative ones vanish in scripts.
     */
    private static final int[][] SPACES = {
        {0, 1, -2, -3, 0, 0, 0, -1},
        {1, 1, 0, -3, 0, 0, 0, -1},
        {-2, -2, 0, 0, -2, 0, 0, -2},
        {-3, -3, 0, 0, -3, 0, 0, -3},
        {0, 0, 0, 0, 0, 0, 0, 0},
        {0, 1, -2, -3, 0, 0, 0, -1},
        {-1, -1, 0, -1, -1, -1, -1, -1},
        {-1, 1, -2, -3, -1, 0, -1, -1},
    };

    /** Space before {@code right}, em. */
    double spaceTo(AtomClass right, boolean inScript) {
        int space = SPACES[ordinal()][right.ordinal()];
        return inScript && space < 0 ? 0 : SPACE_IN_EM[Math.abs(space)];
    }

    /** Whether a "+" after this (or at the start, after {@code null}) is a sign, not a sum. */
    static boolean makesSign(AtomClass left) {
        return left == null
                || left == BINARY
                || left == OPERATOR
                || left == RELATION
                || left == OPENING
                || left == PUNCTUATION;
    }

    /** Whether a "+" before this is a sign, not a sum. */
    static boolean makesSignBefore(AtomClass right) {
        return right == null || right == RELATION || right == CLOSING || right == PUNCTUATION;
    }
}
