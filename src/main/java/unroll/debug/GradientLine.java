package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.op.Activation;
import unroll.core.op.Factor;
import unroll.core.op.Functions;
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
    private final int unit;
    private final List<Summand> terms = new ArrayList<>();
    private final Substitution.Builder numbers = new Substitution.Builder();
    private Optional<Subject> origin = Optional.empty();

    GradientLine(Operands operands, Subject subject) {
        this.operands = operands;
        this.position = operands.position();
        this.subject = subject;
        this.unit = operands.unitIn(((VectorLine) position.line().line()).target(), subject);
    }

    Part part() {
        if (operands.trace().isCut(position.line(), position.t())) {
            return cut();
        }
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

    /** A line that truncation keeps from adding anything. */
    private Part cut() {
        LineAt text = LineAt.writing(position, subject, operands);
        Arrival arrival = new Arrival(Road.CUT, Optional.empty());
        return new Part(text, Optional.of(arrival), Substitution.of(0), 0, List.of(), Optional.empty());
    }

    /** A line that alone makes its target keeps no increments: they are the gradient itself. */
    private double added() {
        Trace trace = operands.trace();
        return trace.keepsIncrements(position.line())
                ? trace.increment(position.line(), position.t(), subject.row(), unit)
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
        Notation name = operands.here(
                "‖" + only.plain() + "‖ / ‖δ" + source + "‖",
                "\\lVert " + only.tex() + " \\rVert / \\lVert \\delta "
                        + only.source().tex() + " \\rVert");
        return Optional.of(new Ratio(name, after / before));
    }

    private boolean isInto(Increment increment) {
        VectorRef target = increment.target();
        return target.block() == VectorRef.WHOLE || target.block() == unit / operands.blockWidth(target);
    }

    private void add(Increment increment) {
        VectorRef target = increment.target();
        int within = target.block() == VectorRef.WHOLE ? unit : unit % operands.blockWidth(target);
        if (increment instanceof Increment.Transposed transposed) {
            numbers.plus(transposed(transposed, within));
        } else if (increment instanceof Increment.Elementwise product) {
            elementwise(product, within);
        } else if (increment instanceof Increment.Slope slope) {
            slope(slope, within);
        } else if (increment instanceof Increment.Slice slice) {
            slice(slice);
        } else if (increment instanceof Increment.LogSoftmaxSlope slope) {
            logSoftmax(slope);
        } else if (increment instanceof Increment.LossSlope slope) {
            Summand term = new LossLine(operands, slope.kind()).slope(target, within, added());
            origin = term.from();
            terms.add(term);
            numbers.plus(term.numbers());
        }
    }

    /** The column of the matrix times the gradient, one term a within that sent some of it. */
    private double transposed(Increment.Transposed transposed, int within) {
        double sum = 0;
        for (int i = 0; i < operands.width(transposed.source()); i++) {
            double weight = operands.parameter(transposed.matrix(), i, within);
            double gradient = operands.gradient(transposed.source(), i);
            Subject from = operands.gradientOf(transposed.source(), i);
            Notation name = operands.name(from);
            String text = transposed.matrix().plain() + "[" + i + "," + within + "] · " + name.plain();
            Substitution factors =
                    new Substitution.Builder().times(weight).times(gradient).build();
            terms.add(new Summand(name, text, factors, weight * gradient, Optional.of(from)));
            sum += weight * gradient;
        }
        return sum;
    }

    private void elementwise(Increment.Elementwise product, int within) {
        double value = operands.gradient(product.source(), within);
        Substitution.Builder factors = new Substitution.Builder().times(value);
        for (Factor factor : product.others()) {
            value *= operands.factor(factor, within);
            factors.times(factor, operands.value(factor.vector(), within));
        }
        finish(product, within, factors.build(), value);
    }

    private void slope(Increment.Slope slope, int within) {
        double gradient = operands.gradient(slope.source(), within);
        double y = operands.value(slope.source(), within);
        Substitution.Builder factors = new Substitution.Builder().times(gradient);
        Activation function = slope.function();
        if (function == Activation.TANH) {
            factors.timesOneMinusSquare(y);
        } else if (function == Activation.SIGMOID) {
            factors.times(y).times(Factor.oneMinus(slope.source()), y);
        } else if (function == Activation.RELU) {
            factors.times(function.slope(y));
        }
        finish(slope, within, factors.build(), gradient * function.slope(y));
    }

    /** A joined vector's gradient, of which the target is a part. */
    private void slice(Increment.Slice slice) {
        int first = slice.isFirst() ? 0 : operands.width(slice.first());
        double gradient = operands.gradient(slice.source(), first + unit);
        finish(slice, first + unit, Substitution.of(gradient), gradient);
    }

    /** δŷ less its share of the sum of all, which the softmax takes from every class. */
    private void logSoftmax(Increment.LogSoftmaxSlope slope) {
        double sum = 0;
        for (int i = 0; i < operands.width(slope.source()); i++) {
            sum += operands.gradient(slope.source(), i);
        }
        double gradient = operands.gradient(slope.source(), unit);
        double p = Functions.exp(operands.value(slope.source(), unit));
        Substitution both = new Substitution.Builder()
                .plus(gradient)
                .plus(new Substitution.Builder().times(p).times(sum).build(), true)
                .build();
        finish(slope, unit, both, gradient - p * sum);
    }

    private void finish(Increment increment, int within, Substitution factors, double magnitude) {
        Notation product = operands.here(increment.plain(), increment.tex());
        Notation name = increment.negative() ? new Notation("−" + product.plain(), "-" + product.tex()) : product;
        origin = Optional.of(operands.gradientOf(increment.source(), within));
        double value = increment.negative() ? -magnitude : magnitude;
        terms.add(new Summand(name, name.plain(), factors, value, origin));
        numbers.plus(factors, increment.negative());
    }
}
