package unroll.core.op;

import java.util.function.Consumer;

/** A function of one formula, computed in its operand's register. */
public sealed interface Unary extends Formula {
    Formula operand();

    /** Replaces each of the first {@code length} values by the function's. */
    void apply(double[] values, int length);

    @Override
    default Strength strength() {
        return Strength.ATOM;
    }

    @Override
    default boolean isScalar() {
        return operand().isScalar();
    }

    @Override
    default int registers() {
        return operand().registers();
    }

    @Override
    default void forEach(Consumer<Formula> visitor) {
        visitor.accept(this);
        operand().forEach(visitor);
    }

    @Override
    default void compute(UpdateMemory memory, int register, int length) {
        operand().evaluate(memory, register, length);
        apply(memory.register(register), length);
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
        public void apply(double[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = values[i] * values[i];
            }
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
        public void apply(double[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = Math.sqrt(values[i]);
            }
        }
    }

    /** −a. */
    record Negative(Formula operand) implements Unary {
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
        public void apply(double[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = -values[i];
            }
        }
    }

    /** The largest whole number up to a. */
    record Floor(Formula operand) implements Unary {
        @Override
        public String plain() {
            return "⌊" + operand.plain() + "⌋";
        }

        @Override
        public String tex() {
            return "\\lfloor " + operand.tex() + " \\rfloor";
        }

        @Override
        public void apply(double[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = Math.floor(values[i]);
            }
        }
    }

    /** cos(π a). */
    record CosineOfPi(Formula operand) implements Unary {
        @Override
        public String plain() {
            return "cos(π " + operand.plainWithin(Strength.PRODUCT) + ")";
        }

        @Override
        public String tex() {
            return "\\cos(\\pi " + operand.texWithin(Strength.PRODUCT) + ")";
        }

        @Override
        public void apply(double[] values, int length) {
            for (int i = 0; i < length; i++) {
                values[i] = StrictMath.cos(Math.PI * values[i]);
            }
        }
    }
}
