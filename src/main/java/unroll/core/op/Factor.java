package unroll.core.op;

/** v, or 1 − v, in a product of vectors. */
public record Factor(VectorRef vector, boolean complement) {
    public static Factor of(VectorRef vector) {
        return new Factor(vector, false);
    }

    public static Factor oneMinus(VectorRef vector) {
        return new Factor(vector, true);
    }

    public String plain() {
        return complement ? "(1 − " + vector.plain() + ")" : vector.plain();
    }

    public String tex() {
        return complement ? "(1-" + vector.tex() + ")" : vector.tex();
    }
}
