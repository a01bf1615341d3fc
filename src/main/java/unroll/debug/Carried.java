package unroll.debug;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;

/**
 * Vectors that a line hands on and gives no name: a product that it adds to others, or a part of what it sends back.
 * Computed from what the trace keeps, in the same way as the line itself.
 *
 * @param trace where the line ran
 * @param position the line and its step
 * @param row of the batch
 */
public record Carried(Trace trace, Position position, int row) {
    /** A product of vectors in a forward line. */
    public double[] product(Term.Elementwise product) {
        Operands operands = operands();
        VectorRef first = product.factors().get(0).vector();
        return vector(operands.width(first), unit -> product(operands, product.factors(), unit));
    }

    /**
     * What some increments of a backward line bring to its target; nothing where truncation cuts the line.
     *
     * @param increments into one vector, or into one block of it; not empty
     */
    public double[] increments(List<Increment> increments) {
        Operands operands = operands();
        boolean cut = trace.isCut(position.line(), position.t());
        VectorRef target = increments.get(0).target();
        return vector(operands.width(target), unit -> cut ? 0 : sum(operands, increments, unit));
    }

    private Operands operands() {
        return new Operands(trace, position, row);
    }

    private static double[] vector(int width, IntToDoubleFunction entries) {
        double[] vector = new double[width];
        for (int i = 0; i < width; i++) {
            vector[i] = entries.applyAsDouble(i);
        }
        return vector;
    }

    private static double product(Operands operands, List<Factor> factors, int unit) {
        double product = 1;
        for (Factor factor : factors) {
            product *= operands.factor(factor, unit);
        }
        return product;
    }

    private static double sum(Operands operands, List<Increment> increments, int unit) {
        double sum = 0;
        for (Increment increment : increments) {
            double brought = brought(operands, increment, unit);
            sum += increment.negative() ? -brought : brought;
        }
        return sum;
    }

    private static double brought(Operands operands, Increment increment, int unit) {
        VectorRef source = increment.source();
        if (increment instanceof Increment.Elementwise product) {
            return operands.gradient(source, unit) * product(operands, product.others(), unit);
        }
        if (increment instanceof Increment.Slope slope) {
            return operands.gradient(source, unit) * slope.function().slope(operands.value(source, unit));
        }
        if (increment instanceof Increment.Slice slice) {
            int before = slice.isFirst() ? 0 : operands.width(slice.first());
            return operands.gradient(source, before + unit);
        }
        if (increment instanceof Increment.Transposed transposed) {
            double sum = 0;
            for (int k = 0; k < operands.width(source); k++) {
                sum += operands.parameter(transposed.matrix(), k, unit) * operands.gradient(source, k);
            }
            return sum;
        }
        throw new IllegalArgumentException("no cell has the increment " + increment.plain());
    }
}
