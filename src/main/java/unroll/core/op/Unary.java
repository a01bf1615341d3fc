package unroll.core.op;

import java.util.function.Consumer;

/** A function of one formula. */
public sealed interface Unary extends Formula {
    Formula operand();

    /** The function's value. */
    double of(double value);

    @Override
    default Strength strength() {
        return Strength.ATOM;
    }

    @Override
    default boolean isScalar() {
        return operand().isScalar();
    }

    @Override
    default void forEach(Consumer<Formula> visitor) {
        visitor.accept(this);
        operand().forEach(visitor);
    }

    @Override
    default double number(UpdateMemory memory, int tensor) {
        return of(operand().number(memory, tensor));
    }

    /** a². */
    record Square(Formula operand) implements Unary {
        @Override
        public String plain() {
            return operand.plainWithin(Strength.ATOM) + "²";
        }

        @Override
        public String tex() {
            return operand.texWithin(Strength.ATOM) + "^2";
        }

        @Override
        public double of(double value) {
            return value * value;
        }

        @Override
        public ArrayProgram.Term elements(ArrayProgram program) {
            return program.square(operand.compile(program));
        }
    }

    /** √a. */
    record SquareRoot(Formula operand) implements Unary {
        @Override
        public String plain() {
            return "√" + operand.plainWithin(Strength.ATOM);
        }

        @Override
        public String tex() {
            String under = operand.tex();
            return under.length() == 1 ? "\\sqrt " + under : "\\sqrt{" + under + "}";
        }

        @Override
        public double of(double value) {
            return Math.sqrt(value);
        }

        @Override
        public ArrayProgram.Term elements(ArrayProgram program) {
            return program.root(operand.compile(program));
        }
    }

    /** −a. */
    record Negative(Formula operand) implements Unary {
        private static final Formula MINUS_ONE = new Formula.Scalar("−1", "-1", -1);

        @Override
        public String plain() {
            return "−" + operand.plainWithin(Strength.PRODUCT);
        }

        @Override
        public String tex() {
            return "-" + operand.texWithin(Strength.PRODUCT);
        }

        @Override
        public Strength strength() {
            return Strength.SUM;
        }

        @Override
        public double of(double value) {
            return -value;
        }

        @Override
        public ArrayProgram.Term elements(ArrayProgram program) {
            return MINUS_ONE.times(operand).elements(program);
        }
    }

    /** A function that only single numbers have. */
    sealed interface OfNumber extends Unary {
        @Override
        default ArrayProgram.Term elements(ArrayProgram program) {
            throw new IllegalStateException(plain() + " is of many numbers, but only one has this function");
        }
    }

    /** The largest whole number up to a. */
    record Floor(Formula operand) implements OfNumber {
        @Override
        public String plain() {
            return "⌊" + operand.plain() + "⌋";
        }

        @Override
        public String tex() {
            return "\\lfloor " + operand.tex() + " \\rfloor";
        }

        @Override
        public double of(double value) {
            return Math.floor(value);
        }
    }

    /** cos(π a). */
    record CosineOfPi(Formula operand) implements OfNumber {
        @Override
        public String plain() {
            return "cos(π " + operand.plainWithin(Strength.PRODUCT) + ")";
        }

        @Override
        public String tex() {
            return "\\cos(\\pi " + operand.texWithin(Strength.PRODUCT) + ")";
        }

        @Override
        public double of(double value) {
            return StrictMath.cos(Math.PI * value);
        }
    }

    /** A number to the power a, a whole number from 0 on. */
    record PowerOf(Formula.Scalar base, Formula operand) implements OfNumber {
        @Override
        public String plain() {
            return base.plain() + "^" + operand.plainWithin(Strength.ATOM);
        }

        @Override
        public String tex() {
            return base.tex() + "^{" + operand.tex() + "}";
        }

        @Override
        public void forEach(Consumer<Formula> visitor) {
            visitor.accept(this);
            base.forEach(visitor);
            operand.forEach(visitor);
        }

        @Override
        public double of(double value) {
            return Functions.power(base.value(), (long) value);
        }
    }
}
