package unroll.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.LossSpec;
import unroll.core.op.LossKind;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.debug.Inspection.Part;
import unroll.debug.Inspection.Subject;
import unroll.debug.Inspection.Summand;

/** What the loss makes of one step's output, and what its slope gives back, for one row of the batch. */
final class LossLine {
    private static final VectorRef PROBABILITIES = Quantity.PROBABILITIES.now();

    /** Squares of more outputs than this are shown as terms only, and in the formula as their sum. */
    private static final int MOST_WRITTEN = 3;

    private final Operands operands;
    private final Trace trace;
    private final LossKind kind;
    private final int t;

    LossLine(Operands operands, LossKind kind) {
        this.operands = operands;
        this.trace = operands.trace();
        this.kind = kind;
        this.t = operands.position().t();
    }

    /** L_t of the row: the mean of its squares, or the surprise at its class. */
    Part loss(Op.Loss loss, double value) {
        LineAt line = LineAt.of(operands.position());
        return switch (kind) {
            case MSE -> meanSquare(line, loss.output(), value);
            case CROSS_ENTROPY -> surprise(line, value);
            case NLL -> negative(line, loss.output(), value);
        };
    }

    private Part meanSquare(LineAt line, VectorRef output, double value) {
        int width = operands.width(output);
        List<Summand> terms = new ArrayList<>();
        Substitution.Builder squares = new Substitution.Builder();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            double y = operands.value(output, i);
            double target = trace.target(t, operands.row(), i);
            double error = y - target;
            sum += error * error;
            Subject from = operands.valueOf(output, i);
            Notation name = operands.name(from);
            Substitution square = square(y, target);
            String text = "(" + name.plain() + " − y*" + Subscripts.of(t) + "[" + i + "])²" + over(width);
            terms.add(new Summand(name, text, square, error * error / width, Optional.of(from)));
            squares.plus(square);
        }
        Substitution.Builder numbers = new Substitution.Builder();
        if (width == 1) {
            numbers.plus(squares.build());
        } else if (width <= MOST_WRITTEN) {
            numbers.sign("1/" + width + " · (", "\\tfrac{1}{" + width + "}(");
            numbers.inner(squares.build()).sign(")", ")");
        } else {
            numbers.sign("1/" + width + " · ", "\\tfrac{1}{" + width + "} \\cdot ")
                    .number(sum);
        }
        Optional<Subject> origin = width == 1 ? terms.get(0).from() : Optional.empty();
        return new Part(line, Optional.empty(), numbers.build(), value, terms, origin);
    }

    private static String over(int width) {
        return width == 1 ? "" : " / " + width;
    }

    private static Substitution square(double y, double target) {
        return new Substitution.Builder()
                .timesDifference(y, target)
                .sign("²", "^2")
                .build();
    }

    private Part surprise(LineAt line, double value) {
        int target = trace.targetClass(t, operands.row());
        Substitution numbers = new Substitution.Builder()
                .sign("−log ", "-\\log ")
                .number(operands.value(PROBABILITIES, target))
                .build();
        Subject read = operands.valueOf(PROBABILITIES, target);
        Notation name = operands.name(read);
        Summand term = new Summand(name, "−log " + name.plain(), numbers, value, Optional.of(read));
        return new Part(line, Optional.empty(), numbers, value, List.of(term), Optional.of(read));
    }

    private Part negative(LineAt line, VectorRef output, double value) {
        int target = trace.targetClass(t, operands.row());
        Substitution numbers = new Substitution.Builder()
                .plus(Substitution.of(operands.value(output, target)), true)
                .build();
        Subject read = operands.valueOf(output, target);
        Notation name = operands.name(read);
        Summand term = new Summand(name, "−" + name.plain(), numbers, value, Optional.of(read));
        return new Part(line, Optional.empty(), numbers, value, List.of(term), Optional.of(read));
    }

    /** One class's share of the softmax, computed with the largest output taken out of all exponents. */
    Part probability(Op.Loss loss, int unit, double value) {
        VectorRef output = loss.output();
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < operands.width(output); i++) {
            largest = Math.max(largest, operands.value(output, i));
        }
        double sum = 0;
        for (int i = 0; i < operands.width(output); i++) {
            sum += Math.exp(operands.value(output, i) - largest);
        }
        double y = operands.value(output, unit);
        Substitution numbers = new Substitution.Builder()
                .sign("exp", "\\exp")
                .difference(y, largest)
                .sign(" / ", " / ")
                .number(sum)
                .build();
        Notation text = new Notation(
                PROBABILITIES.plain() + " = softmax(" + output.plain() + ")",
                PROBABILITIES.tex() + " = \\mathrm{softmax}(" + output.tex() + ")");
        LineAt line = new LineAt(operands.position(), text.atStep(t));
        return new Part(line, Optional.empty(), numbers, value, List.of(), Optional.of(operands.valueOf(output, unit)));
    }

    /** What the loss gives back to one output. */
    Summand slope(VectorRef output, int unit, double value) {
        double weight = trace.network().loss().stepWeight(trace.steps());
        if (kind == LossKind.NLL) {
            return likelihoodSlope(output, unit, weight, value);
        }
        Subject from = operands.valueOf(kind.classifies() ? PROBABILITIES : output, unit);
        Notation name = operands.name(from);
        Substitution.Builder numbers = new Substitution.Builder();
        if (kind.classifies()) {
            double wanted = trace.targetClass(t, operands.row()) == unit ? 1 : 0;
            fraction(numbers, weight, 1, divisor()).timesDifference(operands.value(PROBABILITIES, unit), wanted);
            return new Summand(name, "w/B · (" + name.plain() + " − 1[y*])", numbers.build(), value, Optional.of(from));
        }
        double target = trace.target(t, operands.row(), unit);
        fraction(numbers, weight, 2, divisor() * operands.width(output))
                .timesDifference(operands.value(output, unit), target);
        String text = "w · 2/(B·O) · (" + name.plain() + " − y*)";
        return new Summand(name, text, numbers.build(), value, Optional.of(from));
    }

    /** The same at the wanted class whatever its output is, and nothing at the others. */
    private Summand likelihoodSlope(VectorRef output, int unit, double weight, double value) {
        Substitution.Builder numbers = new Substitution.Builder();
        if (trace.targetClass(t, operands.row()) == unit) {
            Substitution share =
                    fraction(new Substitution.Builder(), weight, 1, divisor()).build();
            numbers.plus(share, true);
        } else {
            numbers.number(0);
        }
        Notation name = operands.name(operands.valueOf(output, unit));
        return new Summand(name, "−w/B · 1[y*]", numbers.build(), value, Optional.empty());
    }

    private static Substitution.Builder fraction(Substitution.Builder numbers, double weight, int factor, int divisor) {
        numbers.times(weight);
        if (divisor == 1) {
            return factor == 1 ? numbers : numbers.times(factor);
        }
        return numbers.sign(" · " + factor + "/" + divisor, " \\cdot \\tfrac{" + factor + "}{" + divisor + "}");
    }

    /** B: the rows that the loss is averaged over, or all their steps where it is masked. */
    private int divisor() {
        if (trace.network().loss().overTime() != LossSpec.OverTime.VALID) {
            return trace.rows();
        }
        int steps = 0;
        for (int row = 0; row < trace.rows(); row++) {
            steps += trace.length(row);
        }
        return steps;
    }
}
