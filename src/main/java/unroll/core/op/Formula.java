package unroll.core.op;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The right-hand side of an update line: arithmetic on numbers and, element by element, on arrays. One tree is printed
 * and evaluated.
 *
 * <p>Evaluation goes over a piece of all arrays at a time ({@link UpdateMemory}): each node fills one register, and
 * uses the ones after it for its operands. What needs no array is computed once a piece.
 */
public sealed interface Formula permits Formula.Leaf, Unary, Binary {
    /** How tightly a formula holds together, which decides where parentheses stand. */
    enum Strength {
        SUM,
        PRODUCT,
        ATOM
    }

    String plain();

    String tex();

    Strength strength();

    /** Whether the value is one number for a whole parameter tensor. */
    boolean isScalar();

    /** How many registers an evaluation takes. */
    int registers();

    /** Visits this formula and all within it, from left to right. */
    void forEach(Consumer<Formula> visitor);

    /** Fills the first {@code length} places of a register with values of the current piece. */
    void compute(UpdateMemory memory, int register, int length);

    /** As {@link #compute}, but what is a single number is computed once and repeated. */
    default void evaluate(UpdateMemory memory, int register, int length) {
        if (!isScalar()) {
            compute(memory, register, length);
            return;
        }
        compute(memory, register, 1);
        double[] values = memory.register(register);
        Arrays.fill(values, 1, length, values[0]);
    }

    default Formula plus(Formula other) {
        return new Binary.Add(this, other);
    }

    default Formula minus(Formula other) {
        return new Binary.Subtract(this, other);
    }

    default Formula times(Formula other) {
        return new Binary.Multiply(this, other);
    }

    default Formula over(Formula other) {
        return new Binary.Divide(this, other);
    }

    default Formula squared() {
        return new Unary.Square(this);
    }

    default Formula root() {
        return new Unary.SquareRoot(this);
    }

    /** The plain text, in parentheses if it is weaker than its surroundings ask for. */
    default String plainWithin(Strength least) {
        return strength().compareTo(least) < 0 ? "(" + plain() + ")" : plain();
    }

    /** As {@link #plainWithin}, in TeX. */
    default String texWithin(Strength least) {
        return strength().compareTo(least) < 0 ? "(" + tex() + ")" : tex();
    }

    /** A formula of one symbol. */
    sealed interface Leaf extends Formula {
        @Override
        default Strength strength() {
            return Strength.ATOM;
        }

        @Override
        default int registers() {
            return 1;
        }

        @Override
        default void forEach(Consumer<Formula> visitor) {
            visitor.accept(this);
        }
    }

    /** A fixed number and how it is printed: a constant, or a hyperparameter by its letter. */
    record Scalar(String plain, String tex, double value) implements Leaf {
        public static final Scalar ONE = new Scalar("1", "1", 1);

        @Override
        public boolean isScalar() {
            return true;
        }

        /** Whether it is printed as a letter, whose value a reader wants to be told. */
        public boolean isHyperparameter() {
            return Character.isLetter(plain.codePointAt(0));
        }

        @Override
        public void compute(UpdateMemory memory, int register, int length) {
            Arrays.fill(memory.register(register), 0, length, value);
        }
    }

    /** A named value of the update. */
    record Variable(UpdateVariable variable) implements Leaf {
        @Override
        public String plain() {
            return variable.plain();
        }

        @Override
        public String tex() {
            return variable.tex();
        }

        @Override
        public boolean isScalar() {
            return variable.isScalar();
        }

        @Override
        public void compute(UpdateMemory memory, int register, int length) {
            memory.load(variable, register, length);
        }
    }

    /** k, the number of the iteration, from 1. */
    record Iteration() implements Leaf {
        @Override
        public String plain() {
            return "k";
        }

        @Override
        public String tex() {
            return "k";
        }

        @Override
        public boolean isScalar() {
            return true;
        }

        @Override
        public void compute(UpdateMemory memory, int register, int length) {
            Arrays.fill(memory.register(register), 0, length, (double) memory.iteration());
        }
    }

    /** A number to the power k, the number of the iteration. */
    record IterationPower(Scalar base) implements Leaf {
        @Override
        public String plain() {
            return base.plain() + "ᵏ";
        }

        @Override
        public String tex() {
            return base.tex() + "^k";
        }

        @Override
        public boolean isScalar() {
            return true;
        }

        @Override
        public void forEach(Consumer<Formula> visitor) {
            visitor.accept(this);
            base.forEach(visitor);
        }

        @Override
        public void compute(UpdateMemory memory, int register, int length) {
            double power = Functions.power(base.value(), memory.iteration());
            Arrays.fill(memory.register(register), 0, length, power);
        }
    }
}
