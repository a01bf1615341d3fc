package unroll.debug;

import java.util.LinkedHashSet;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Line;
import unroll.core.op.Op;
import unroll.core.op.ParameterLine;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;

/** What a line reads and writes at a time step, taken from the line itself. Update lines have none: they act on all. */
public record Dataflow(Set<Reference> reads, Set<Reference> writes) {
    /**
     * What a line reads and writes where it runs.
     *
     * @param steps T
     */
    public static Dataflow of(Network network, Position position, int steps) {
        return new Builder(network, position, steps).build();
    }

    private static final class Builder {
        private final Network network;
        private final ScheduledLine scheduled;
        private final int t;
        private final int steps;
        private final Set<Reference> reads = new LinkedHashSet<>();
        private final Set<Reference> writes = new LinkedHashSet<>();

        private Builder(Network network, Position position, int steps) {
            this.network = network;
            this.scheduled = position.line();
            this.t = position.t();
            this.steps = steps;
        }

        private Dataflow build() {
            Line line = scheduled.line();
            if (line instanceof Equation equation) {
                forward(equation);
            } else if (line instanceof VectorLine vector) {
                vector.increments().forEach(this::increment);
                addGradient(vector.target(), writes);
            } else if (line instanceof ParameterLine parameters) {
                parameters.shares().forEach(this::share);
            }
            return new Dataflow(reads, writes);
        }

        private void forward(Equation equation) {
            if (equation.op() instanceof Op.Sum sum) {
                sum.terms().forEach(this::term);
            } else if (equation.op() instanceof Op.Activate activate) {
                addValue(activate.argument(), reads);
            } else if (equation.op() instanceof Op.Concat concat) {
                addValue(concat.first(), reads);
                addValue(concat.second(), reads);
            } else if (equation.op() instanceof Op.LogSoftmax softmax) {
                addValue(softmax.argument(), reads);
            } else if (equation.op() instanceof Op.Loss loss) {
                addValue(loss.output(), reads);
                if (loss.kind().hasProbabilities()) {
                    addValue(Quantity.PROBABILITIES.now(), writes);
                }
            }
            addValue(equation.target(), writes);
        }

        private void term(Term term) {
            if (term instanceof Term.Product product) {
                reads.add(new Reference.Weight(name(product.matrix())));
                addValue(product.vector(), reads);
            } else if (term instanceof Term.Bias bias) {
                reads.add(new Reference.Weight(name(bias.bias())));
            } else if (term instanceof Term.Elementwise product) {
                product.factors().forEach(this::factor);
            }
        }

        private void factor(Factor factor) {
            addValue(factor.vector(), reads);
        }

        private void increment(Increment increment) {
            if (increment instanceof Increment.LossSlope slope) {
                lossSlope(slope);
                return;
            }
            addGradient(increment.source(), reads);
            if (increment instanceof Increment.Transposed transposed) {
                reads.add(new Reference.Weight(name(transposed.matrix())));
            } else if (increment instanceof Increment.Elementwise product) {
                product.others().forEach(this::factor);
            } else if (increment instanceof Increment.Slope slope && slope.function() != Activation.IDENTITY) {
                addValue(slope.source(), reads);
            } else if (increment instanceof Increment.LogSoftmaxSlope slope) {
                addValue(slope.source(), reads);
            }
        }

        /** A log-likelihood falls by the same whatever the output: its slope reads the target alone. */
        private void lossSlope(Increment.LossSlope slope) {
            if (slope.kind().hasProbabilities()) {
                addValue(Quantity.PROBABILITIES.now(), reads);
            } else if (!slope.kind().classifies()) {
                addValue(slope.target(), reads);
            }
        }

        private void share(ParameterLine.Share share) {
            addGradient(share.source(), reads);
            if (!share.isBias()) {
                addValue(share.vector(), reads);
            }
            writes.add(new Reference.WeightGradient(name(share.parameter())));
        }

        private void addValue(VectorRef vector, Set<Reference> into) {
            for (Section section : network.sections(scheduled, vector, steps)) {
                into.add(new Reference.Value(section.site(), t + section.shift(), vector.block()));
            }
        }

        private void addGradient(VectorRef vector, Set<Reference> into) {
            for (Section section : network.sections(scheduled, vector, steps)) {
                into.add(new Reference.Gradient(section.site(), t + section.shift(), vector.block()));
            }
        }

        private String name(ParameterRef parameter) {
            return scheduled.parameterName(parameter);
        }
    }
}
