package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Functions;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;

/** What a forward line computed for one unit, term by term, taken from the line itself. */
final class ValueLine {
    private final Operands operands;
    private final Position position;
    private final Subject subject;
    private final int unit;
    private final List<Summand> terms = new ArrayList<>();
    private final Substitution.Builder numbers = new Substitution.Builder();

    ValueLine(Operands operands, Subject subject) {
        this.operands = operands;
        this.position = operands.position();
        this.subject = subject;
        this.unit = subject.unit();
    }

    Part part() {
        Equation equation = (Equation) position.line().line();
        double value = operands.trace().value(subject.site(), subject.t(), subject.row(), unit);
        if (equation.op() instanceof Op.Loss loss) {
            LossLine line = new LossLine(operands, loss.kind());
            return subject.site().quantity().equals(Quantity.PROBABILITIES)
                    ? line.probability(loss, unit, value)
                    : line.loss(loss, value);
        }
        Optional<Subject> origin = Optional.empty();
        if (equation.op() instanceof Op.Activate activate) {
            origin = Optional.of(activation(activate));
        } else if (equation.op() instanceof Op.Concat concat) {
            origin = Optional.of(copied(concat));
        } else if (equation.op() instanceof Op.LogSoftmax softmax) {
            origin = Optional.of(normalised(softmax));
        } else if (equation.op() instanceof Op.Sum sum) {
            sum.terms().forEach(this::term);
        }
        return new Part(
                LineAt.writing(position, subject, operands), Optional.empty(), numbers.build(), value, terms, origin);
    }

    private Subject activation(Op.Activate activate) {
        double argument = operands.value(activate.argument(), unit);
        if (activate.function() == Activation.IDENTITY) {
            numbers.number(argument);
        } else {
            Activation function = activate.function();
            numbers.sign(function.plain() + "(", function.tex() + "(")
                    .number(argument)
                    .sign(")", ")");
        }
        return operands.valueOf(activate.argument(), unit);
    }

    /** The number that stands in this place of the joined vector. */
    private Subject copied(Op.Concat concat) {
        int width = operands.width(concat.first());
        boolean isFirst = unit < width;
        VectorRef part = isFirst ? concat.first() : concat.second();
        int within = isFirst ? unit : unit - width;
        numbers.number(operands.value(part, within));
        return operands.valueOf(part, within);
    }

    /** y less the logarithm of what the exponentials of all sum to, the largest taken out of them. */
    private Subject normalised(Op.LogSoftmax softmax) {
        VectorRef argument = softmax.argument();
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < operands.width(argument); i++) {
            largest = Math.max(largest, operands.value(argument, i));
        }
        double sum = 0;
        for (int i = 0; i < operands.width(argument); i++) {
            sum += Functions.exp(operands.value(argument, i) - largest);
        }
        numbers.difference(operands.value(argument, unit), largest)
                .sign(" − log ", " - \\log ")
                .number(sum);
        return operands.valueOf(argument, unit);
    }

    private void term(Term term) {
        if (term instanceof Term.Product product) {
            numbers.plus(product(product));
        } else if (term instanceof Term.Bias bias) {
            numbers.plus(bias(bias));
        } else if (term instanceof Term.Elementwise product) {
            numbers.plus(elementwise(product));
        }
    }

    /** The row of the matrix times the vector, one term an entry. */
    private double product(Term.Product product) {
        double sum = 0;
        for (int k = 0; k < operands.width(product.vector()); k++) {
            double weight = operands.parameter(product.matrix(), unit, k);
            double read = operands.value(product.vector(), k);
            Subject from = operands.valueOf(product.vector(), k);
            Notation name = operands.name(from);
            String text = product.matrix().plain() + "[" + unit + "," + k + "] · " + name.plain();
            Substitution factors =
                    new Substitution.Builder().times(weight).times(read).build();
            terms.add(new Summand(name, text, factors, weight * read, Optional.of(from)));
            sum += weight * read;
        }
        return sum;
    }

    private double bias(Term.Bias bias) {
        double value = operands.parameter(bias.bias(), unit, 0);
        Notation name =
                new Notation(bias.bias().plain() + "[" + unit + "]", bias.bias().tex() + "[" + unit + "]");
        terms.add(new Summand(name, name.plain(), Substitution.of(value), value, Optional.empty()));
        return value;
    }

    private Substitution elementwise(Term.Elementwise product) {
        double value = 1;
        Substitution.Builder factors = new Substitution.Builder();
        for (Factor factor : product.factors()) {
            value *= operands.factor(factor, unit);
            factors.times(factor, operands.value(factor.vector(), unit));
        }
        Notation name = operands.here(product.plain(), product.tex());
        String text =
                product.factors().stream().map(factor -> name(factor).plain()).collect(Collectors.joining(" · "));
        VectorRef first = product.factors().get(0).vector();
        Substitution numbersOfTerm = factors.build();
        terms.add(new Summand(name, text, numbersOfTerm, value, Optional.of(operands.valueOf(first, unit))));
        return numbersOfTerm;
    }

    private Notation name(Factor factor) {
        Notation name = operands.name(operands.valueOf(factor.vector(), unit));
        return factor.complement() ? new Notation("(1 − " + name.plain() + ")", "(1-" + name.tex() + ")") : name;
    }
}
