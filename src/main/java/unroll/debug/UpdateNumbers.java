package unroll.debug;

import java.util.function.ToDoubleFunction;
import unroll.core.op.Binary;
import unroll.core.op.Formula;
import unroll.core.op.Formula.Strength;
import unroll.core.op.Unary;
import unroll.core.op.UpdateVariable;

/** Writes an update line's formula with numbers in place of its letters. */
final class UpdateNumbers {
    /** Not {@link Substitution}'s own signs: a formula under a root or in brackets is never broken in two lines. */
    private static final Notation PLUS = new Notation(" + ", " {+} ");

    private static final Notation MINUS = new Notation(" − ", " {-} ");

    private final long iteration;
    private final ToDoubleFunction<UpdateVariable> values;
    private final Substitution.Builder out = new Substitution.Builder();

    private UpdateNumbers(long iteration, ToDoubleFunction<UpdateVariable> values) {
        this.iteration = iteration;
        this.values = values;
    }

    /**
     * The formula with numbers.
     *
     * @param iteration k
     * @param values what each variable is before the line
     */
    static Substitution of(Formula formula, long iteration, ToDoubleFunction<UpdateVariable> values) {
        UpdateNumbers writer = new UpdateNumbers(iteration, values);
        writer.write(formula, Strength.SUM);
        return writer.out.build();
    }

    private void write(Formula formula, Strength least) {
        boolean bracketed = formula.strength().compareTo(least) < 0;
        if (bracketed) {
            out.sign("(", "(");
        }
        if (formula instanceof Formula.Leaf leaf) {
            leaf(leaf);
        } else if (formula instanceof Unary unary) {
            unary(unary);
        } else {
            binary((Binary) formula);
        }
        if (bracketed) {
            out.sign(")", ")");
        }
    }

    private void leaf(Formula.Leaf leaf) {
        if (leaf instanceof Formula.Scalar scalar) {
            out.atom(scalar.value());
        } else if (leaf instanceof Formula.Variable variable) {
            out.atom(values.applyAsDouble(variable.variable()));
        } else if (leaf instanceof Formula.IterationPower power) {
            out.atom(power.base().value()).sign(Superscripts.of(iteration), "^{" + iteration + "}");
        } else {
            out.atom((double) iteration);
        }
    }

    private void unary(Unary unary) {
        if (unary instanceof Unary.Square) {
            write(unary.operand(), Strength.ATOM);
            out.sign("²", "^2");
        } else if (unary instanceof Unary.SquareRoot) {
            out.sign("√(", "\\sqrt{");
            write(unary.operand(), Strength.SUM);
            out.sign(")", "}");
        } else if (unary instanceof Unary.Floor) {
            out.sign("⌊", "\\lfloor ");
            write(unary.operand(), Strength.SUM);
            out.sign("⌋", " \\rfloor");
        } else if (unary instanceof Unary.CosineOfPi) {
            out.sign("cos(π · ", "\\cos(\\pi \\cdot ");
            write(unary.operand(), Strength.PRODUCT);
            out.sign(")", ")");
        } else if (unary instanceof Unary.PowerOf power) {
            out.atom(power.base().value()).sign("^(", "^{");
            write(unary.operand(), Strength.SUM);
            out.sign(")", "}");
        } else {
            out.sign("−", "-");
            write(unary.operand(), Strength.PRODUCT);
        }
    }

    private void binary(Binary binary) {
        if (binary instanceof Binary.Add) {
            joined(binary, Strength.SUM, PLUS, Strength.SUM);
        } else if (binary instanceof Binary.Subtract) {
            joined(binary, Strength.SUM, MINUS, Strength.PRODUCT);
        } else if (binary instanceof Binary.Multiply) {
            joined(binary, Strength.PRODUCT, new Notation(" · ", " \\cdot "), Strength.PRODUCT);
        } else if (binary instanceof Binary.Divide) {
            joined(binary, Strength.PRODUCT, new Notation(" / ", " / "), Strength.ATOM);
        } else {
            String name = binary instanceof Binary.Maximum ? "max" : "min";
            out.sign(name + "(", "\\" + name + "(");
            joined(binary, Strength.SUM, new Notation(", ", ", "), Strength.SUM);
            out.sign(")", ")");
        }
    }

    private void joined(Binary binary, Strength left, Notation sign, Strength right) {
        write(binary.left(), left);
        out.sign(sign.plain(), sign.tex());
        write(binary.right(), right);
    }
}
