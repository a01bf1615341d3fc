package unroll.debug;

import java.util.LinkedHashSet;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
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
    public static Dataflow of(Network network, Position position) {
        return new Builder(network, position).build();
    }

    private static final class Builder {
        private final Network network;
        private final ScheduledLine scheduled;
        private final int t;
        private final Set<Reference> reads = new LinkedHashSet<>();
        private final Set<Reference> writes = new LinkedHashSet<>();

        private Builder(Network network, Position position) {
            this.network = network;
            this.scheduled = position.line();
            this.t = position.t();
        }

        private Dataflow build() {
            Line line = scheduled.line();
            if (line instanceof Equation equation) {
                forward(equation);
            } else if (line instanceof VectorLine vector) {
                vector.increments().forEach(this::increment);
                writes.add(gradient(vector.target()));
            } else if (line instanceof ParameterLine parameters) {
                parameters.shares().forEach(this::share);
            }
            return new Dataflow(reads, writes);
        }

        private void forward(Equation equation) {
            if (equation.op() instanceof Op.Sum sum) {
                sum.terms().forEach(this::term);
            } else if (equation.op() instanceof Op.Activate activate) {
                reads.add(value(activate.argument()));
            } else if (equation.op() instanceof Op.Loss loss) {
                reads.add(value(loss.output()));
                if (loss.kind().classifies()) {
                    writes.add(value(Quantity.PROBABILITIES.now()));
                }
            }
            writes.add(value(equation.target()));
        }

        private void term(Term term) {
            if (term instanceof Term.Product product) {
                reads.add(new Reference.Weight(name(product.matrix())));
                reads.add(value(product.vector()));
            } else if (term instanceof Term.Bias bias) {
                reads.add(new Reference.Weight(name(bias.bias())));
            } else if (term instanceof Term.Elementwise product) {
                product.factors().forEach(this::factor);
            }
        }

        private void factor(Factor factor) {
            reads.add(value(factor.vector()));
        }

        private void increment(Increment increment) {
            if (increment instanceof Increment.LossSlope slope) {
                Quantity read = slope.kind().classifies()
                        ? Quantity.PROBABILITIES
                        : slope.target().quantity();
                reads.add(value(read.now()));
                return;
            }
            reads.add(gradient(increment.source()));
            if (increment instanceof Increment.Transposed transposed) {
                reads.add(new Reference.Weight(name(transposed.matrix())));
            } else if (increment instanceof Increment.Elementwise product) {
                product.others().forEach(this::factor);
            } else if (increment instanceof Increment.Slope slope && slope.function() != Activation.IDENTITY) {
                reads.add(value(slope.source()));
            }
        }

        private void share(ParameterLine.Share share) {
            reads.add(gradient(share.source()));
            if (!share.isBias()) {
                reads.add(value(share.vector()));
            }
            writes.add(new Reference.WeightGradient(name(share.parameter())));
        }

        private Reference value(VectorRef vector) {
            return new Reference.Value(site(vector), t + vector.shift(), vector.block());
        }

        private Reference gradient(VectorRef vector) {
            return new Reference.Gradient(site(vector), t + vector.shift(), vector.block());
        }

        private Site site(VectorRef vector) {
            return network.site(scheduled.layer(), vector.quantity());
        }

        private String name(ParameterRef parameter) {
            return scheduled.layer() == Site.HEAD ? parameter.name() : parameter.name() + "_l" + scheduled.layer();
        }
    }
}
