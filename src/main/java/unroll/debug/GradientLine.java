package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.op.Activation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Arrival;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Ratio;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;

/** What a backward line added to one unit's gradient, term by term, taken from the line itself. */
final class GradientLine {
    private final Operands operands;
    private final Position position;
    private final Subject subject;
    private final List<Summand> terms = new ArrayList<>();
    private final Substitution.Builder numbers = new Substitution.Builder();
    private Optional<Subject> origin = Optional.empty();

    GradientLine(Operands operands, Subject subject) {
        this.operands = operands;
        this.position = operands.position();
        this.subject = subject;
    }

    Part part() {
        VectorLine line = (VectorLine) position.line().line();
        List<Increment> own = line.increments().stream().filter(this::isInto).toList();
        own.forEach(this::add);
        if (terms.size() != 1 || own.size() != 1) {
            origin = Optional.empty();
        }
        Arrival arrival = new Arrival(Road.of(position.line(), subject.site()), ratio(line));
        LineAt text = LineAt.writing(position, subject, operands);
        return new Part(text, Optional.of(arrival), numbers.build(), added(), terms, origin);
    }

    /** A line that alone makes its target keeps no increments: they are the gradient itself. */
    private double added() {
        Trace trace = operands.trace();
        return trace.keepsIncrements(position.line())
                ? trace.increment(position.line(), position.t(), subject.row(), subject.unit())
                : trace.gradient(subject.site(), subject.t(), subject.row(), subject.unit());
    }

    /** Only for a line of one term, where it tells what that term's matrix, gate or slope does to the gradient. */
    private Optional<Ratio> ratio(VectorLine line) {
        Increment only = line.increments().get(0);
        if (line.increments().size() > 1 || only instanceof Increment.LossSlope) {
            return Optional.empty();
        }
        Trace trace = operands.trace();
        Subject read = operands.gradientOf(only.source(), 0);
        double before = trace.gradientNorm(read.site(), read.t(), read.row());
        double after = trace.keepsIncrements(position.line())
                ? trace.incrementNorm(position.line(), position.t(), subject.row())
                : trace.gradientNorm(subject.site(), subject.t(), subject.row());
        String source = only.source().plain();
        Notation name = new Notation(
                        "‖" + only.plain() + "‖ / ‖δ" + source + "‖",
                        "\\lVert " + only.tex() + " \\rVert / \\lVert \\delta "
                                + only.source().tex() + " \\rVert")
                .atStep(position.t());
        return Optional.of(new Ratio(name, after / before));
    }

    private boolean isInto(Increment increment) {
        VectorRef target = increment.target();
        return target.block() == VectorRef.WHOLE || target.block() == subject.unit() / operands.blockWidth(target);
    }

    private void add(Increment increment) {
        VectorRef target = increment.target();
        int unit = target.block() == VectorRef.WHOLE ? subject.unit() : subject.unit() % operands.blockWidth(target);
        if (increment instanceof Increment.Transposed transposed) {
            numbers.plus(transposed(transposed, unit));
        } else if (increment instanceof Increment.Elementwise product) {
            elementwise(product, unit);
        } else if (increment instanceof Increment.Slope slope) {
            slope(slope, unit);
        } else if (increment instanceof Increment.LossSlope slope) {
            Summand term = new LossLine(operands, slope.kind()).slope(target, unit, added());
            origin = term.from();
            terms.add(term);
            numbers.plus(term.numbers());
        }
    }

    /** The column of the matrix times the gradient, one term a unit that sent some of it. */
    private double transposed(Increment.Transposed transposed, int unit) {
        double sum = 0;
        for (int i = 0; i < operands.width(transposed.source()); i++) {
            double weight = operands.parameter(transposed.matrix(), i, unit);
            double gradient = operands.gradient(transposed.source(), i);
            Subject from = operands.gradientOf(transposed.source(), i);
            Notation name = operands.name(from);
            String text = transposed.matrix().plain() + "[" + i + "," + unit + "] · " + name.plain();
            Substitution factors =
                    new Substitution.Builder().times(weight).times(gradient).build();
            terms.add(new Summand(name, text, factors, weight * gradient, Optional.of(from)));
            sum += weight * gradient;
        }
        return sum;
    }

    private void elementwise(Increment.Elementwise product, int unit) {
        double value = operands.gradient(product.source(), unit);
        Substitution.Builder factors = new Substitution.Builder().times(value);
        for (Factor factor : product.others()) {
            value *= operands.factor(factor, unit);
            factors.times(factor, operands.value(factor.vector(), unit));
        }
        finish(product, unit, factors.build(), value);
    }

    private void slope(Increment.Slope slope, int unit) {
        double gradient = operands.gradient(slope.source(), unit);
        double y = operands.value(slope.source(), unit);
        Substitution.Builder factors = new Substitution.Builder().times(gradient);
        Activation function = slope.function();
        if (function == Activation.TANH) {
            factors.timesOneMinusSquare(y);
        } else if (function == Activation.SIGMOID) {
            factors.times(y).times(Factor.oneMinus(slope.source()), y);
        } else if (function == Activation.RELU) {
            factors.times(function.slope(y));
        }
        finish(slope, unit, factors.build(), gradient * function.slope(y));
    }

    private void finish(Increment increment, int unit, Substitution factors, double magnitude) {
        Notation product = new Notation(increment.plain(), increment.tex()).atStep(position.t());
        Notation name = increment.negative() ? new Notation("−" + product.plain(), "-" + product.tex()) : product;
        origin = Optional.of(operands.gradientOf(increment.source(), unit));
        double value = increment.negative() ? -magnitude : magnitude;
        terms.add(new Summand(name, name.plain(), factors, value, origin));
        numbers.plus(factors, increment.negative());
    }
}
