package unroll.core.op;

import java.util.function.Consumer;

/**
 * The right-hand side of an update line: arithmetic on numbers and, element by element, on arrays. One tree is printed
 * and evaluated.
 *
 * <p>A formula that is a single number is evaluated as one; any other is compiled to operations on arrays
 * ({@link ArrayProgram}).
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

    /** Visits this formula and all within it, from left to right. */
    void forEach(Consumer<Formula> visitor);

    /** The value for one parameter tensor of a formula that is a single number for all of it. */
    double number(UpdateMemory memory, int tensor);

    /** Adds to a program what computes the elements of a formula that is not a single number. */
    ArrayProgram.Term elements(ArrayProgram program);

    /** Adds to a program what computes this; returns where its values will stand. */
    default ArrayProgram.Term compile(ArrayProgram program) {
        return isScalar() ? program.number(this) : elements(program);
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
        default void forEach(Consumer<Formula> visitor) {
            visitor.accept(this);
        }
    }

    /** A leaf that is one number for all parameters. */
    sealed interface Constant extends Leaf {
        @Override
        default boolean isScalar() {
            return true;
        }

        @Override
        default ArrayProgram.Term elements(ArrayProgram program) {
            return program.number(this);
        }
    }

    /** A fixed number and how it is printed: a constant, or a hyperparameter by its letter. */
    record Scalar(String plain, String tex, double value) implements Constant {
        public static final Scalar ONE = new Scalar("1", "1", 1);

        /** Whether it is printed as a letter, whose value a reader wants to be told. */
        public boolean isHyperparameter() {
            return Character.isLetter(plain.codePointAt(0));
        }

        @Override
        public double number(UpdateMemory memory, int tensor) {
            return value;
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
        public double number(UpdateMemory memory, int tensor) {
            return memory.values(variable)[tensor];
        }

        @Override
        public ArrayProgram.Term elements(ArrayProgram program) {
            return program.variable(variable);
        }
    }

    /** k, the number of the iteration, from 1. */
    record Iteration() implements Constant {
        @Override
        public String plain() {
            return "k";
        }

        @Override
        public String tex() {
            return "k";
        }

        @Override
        public double number(UpdateMemory memory, int tensor) {
            return memory.iteration();
        }
    }

    /** A number to the power k, the number of the iteration. */
    record IterationPower(Scalar base) implements Constant {
        @Override
        public String plain() {
            return base.plain() + "ᵏ";
        }

        @Override
        public String tex() {
            return base.tex() + "^k";
        }

        @Override
        public void forEach(Consumer<Formula> visitor) {
            visitor.accept(this);
            base.forEach(visitor);
        }

        @Override
        public double number(UpdateMemory memory, int tensor) {
            return Functions.power(base.value(), memory.iteration());
        }
    }
}
