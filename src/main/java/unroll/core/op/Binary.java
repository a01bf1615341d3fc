package unroll.core.op;

import java.util.function.Consumer;
import unroll.core.kernel.Arithmetic;

/**
 * A formula of two operands. Sums of single numbers are printed without spaces and sums of arrays with them, so that
 * (1−β₁) g reads as one factor of g.
 */
public sealed interface Binary extends Formula {
    Formula left();

    Formula right();

    /** How the operands' values are combined. */
    Arithmetic operation();

    @Override
    default boolean isScalar() {
        return left().isScalar() && right().isScalar();
    }

    @Override
    default void forEach(Consumer<Formula> visitor) {
        visitor.accept(this);
        left().forEach(visitor);
        right().forEach(visitor);
    }

    @Override
    default double number(UpdateMemory memory, int tensor) {
        return operation().of(left().number(memory, tensor), right().number(memory, tensor));
    }

    @Override
    default ArrayProgram.Term elements(ArrayProgram program) {
        ArrayProgram.Term one = left().compile(program);
        return program.combine(operation(), one, right().compile(program));
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
        public Arithmetic operation() {
            return Arithmetic.ADD;
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
        public Arithmetic operation() {
            return Arithmetic.SUBTRACT;
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
        public Arithmetic operation() {
            return Arithmetic.MULTIPLY;
        }

        @Override
        public ArrayProgram.Term elements(ArrayProgram program) {
            if (left.isScalar()) {
                return program.times(left, right.compile(program));
            }
            return right.isScalar() ? program.times(right, left.compile(program)) : Binary.super.elements(program);
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
        public Arithmetic operation() {
            return Arithmetic.DIVIDE;
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
        public Arithmetic operation() {
            return Arithmetic.MAXIMUM;
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
        public Arithmetic operation() {
            return Arithmetic.MINIMUM;
        }
    }
}
