package unroll.core.op;

import java.util.function.Consumer;

/**
 * A formula of two operands. Sums of single numbers are printed without spaces and sums of arrays with them, so that
 * (1−β₁) g reads as one factor of g.
 */
public sealed interface Binary extends Formula {
    Formula left();

    Formula right();

    /** {@code left[i] ← left[i] ∘ right[i]} for the first {@code length} values. */
    void combine(double[] left, double[] right, int length);

    @Override
    default boolean isScalar() {
        return left().isScalar() && right().isScalar();
    }

    @Override
    default int registers() {
        return Math.max(left().registers(), 1 + right().registers());
    }

    @Override
    default void forEach(Consumer<Formula> visitor) {
        visitor.accept(this);
        left().forEach(visitor);
        right().forEach(visitor);
    }

    @Override
    default void compute(UpdateMemory memory, int register, int length) {
        left().evaluate(memory, register, length);
        right().evaluate(memory, register + 1, length);
        combine(memory.register(register), memory.register(register + 1), length);
    }

    private static String sign(Binary sum, String sign) {
        return sum.isScalar() ? sign : " " + sign + " ";
    }

    /** a + b. */
    record Add(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.SUM;
        }

        @Override
        public String plain() {
            return left.plain() + Binary.sign(this, "+") + right.plain();
        }

        @Override
        public String tex() {
            return left.tex() + Binary.sign(this, "+") + right.tex();
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = a[i] + b[i];
            }
        }
    }

    /** a − b. */
    record Subtract(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.SUM;
        }

        @Override
        public String plain() {
            return left.plain() + Binary.sign(this, "−") + right.plainWithin(Strength.PRODUCT);
        }

        @Override
        public String tex() {
            return left.tex() + Binary.sign(this, "-") + right.texWithin(Strength.PRODUCT);
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = a[i] - b[i];
            }
        }
    }

    /** a b; with a dot where a number follows an array or a sum of numbers. */
    record Multiply(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.PRODUCT;
        }

        @Override
        public String plain() {
            String sign = !hasDot() ? " " : isScalar() ? "·" : " · ";
            return left.plainWithin(Strength.PRODUCT) + sign + right.plainWithin(Strength.PRODUCT);
        }

        @Override
        public String tex() {
            String sign = hasDot() ? " \\cdot " : " ";
            return left.texWithin(Strength.PRODUCT) + sign + right.texWithin(Strength.PRODUCT);
        }

        private boolean hasDot() {
            return right.isScalar() && (!left.isScalar() || left.strength() == Strength.SUM);
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = a[i] * b[i];
            }
        }
    }

    /** a/b. */
    record Divide(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.PRODUCT;
        }

        @Override
        public String plain() {
            return left.plainWithin(Strength.PRODUCT) + "/" + right.plainWithin(Strength.ATOM);
        }

        @Override
        public String tex() {
            return left.texWithin(Strength.PRODUCT) + " / " + right.texWithin(Strength.ATOM);
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = a[i] / b[i];
            }
        }
    }

    /** The larger of a and b; NaN if one is. */
    record Maximum(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.ATOM;
        }

        @Override
        public String plain() {
            return "max(" + left.plain() + ", " + right.plain() + ")";
        }

        @Override
        public String tex() {
            return "\\max(" + left.tex() + ", " + right.tex() + ")";
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = Math.max(a[i], b[i]);
            }
        }
    }

    /** The smaller of a and b; NaN if one is. */
    record Minimum(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.ATOM;
        }

        @Override
        public String plain() {
            return "min(" + left.plain() + ", " + right.plain() + ")";
        }

        @Override
        public String tex() {
            return "\\min(" + left.tex() + ", " + right.tex() + ")";
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = Math.min(a[i], b[i]);
            }
        }
    }

    /** a to the power b, a whole number from 0 on. */
    record Power(Formula left, Formula right) implements Binary {
        @Override
        public Strength strength() {
            return Strength.ATOM;
        }

        @Override
        public String plain() {
            return left.plainWithin(Strength.ATOM) + "^" + right.plainWithin(Strength.ATOM);
        }

        @Override
        public String tex() {
            return left.texWithin(Strength.ATOM) + "^{" + right.tex() + "}";
        }

        @Override
        public void combine(double[] a, double[] b, int length) {
            for (int i = 0; i < length; i++) {
                a[i] = Functions.power(a[i], (long) b[i]);
            }
        }
    }
}
