package unroll.plot.tex;

/** A part of a formula as written; it is set by {@link #layout} at any size. */
sealed interface Node
        permits Glyph,
                Words,
                LargeOperator,
                Group,
                Reclassed,
                Scripts,
                Fraction,
                Radical,
                Fenced,
                Accented,
                Matrix,
                Gap {

    Block layout(Setting setting);

    AtomClass type();

    /** Whether this reads as one symbol together with what stands above, below and behind it. */
    default boolean isSymbol() {
        return false;
    }

    /** Whether scripts stand above and below instead of behind. */
    default boolean takesLimits(Setting setting) {
        return false;
    }
}
