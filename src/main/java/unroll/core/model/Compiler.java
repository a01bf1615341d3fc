package unroll.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.model.Instruction.Slice;
import unroll.core.model.Instruction.SliceFactor;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Op;
import unroll.core.op.ParameterLine;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;

/** Binds lines to buffers: each scheduled line becomes the instructions that carry it out. */
final class Compiler {
    private final Network network;
    private final ParameterLayout layout;
    private final Memory memory;
    private final Rows cellRows;
    private final Rows headRows;
    private final double[] weights;
    private final double[] gradient;
    private final LossInstruction loss;
    private final Detail detail;
    private final Map<ScheduledLine, Buffer> increments = new LinkedHashMap<>();
    private final Set<Site> passedOn = new LinkedHashSet<>();
    private final Optional<FinalState> finalValues;
    private ScheduledLine scheduled;
    private Rows rows;

    Compiler(Execution.Binding binding, Memory memory, LossInstruction loss) {
        this.network = binding.network();
        this.layout = network.parameters();
        this.memory = memory;
        this.cellRows = new Rows(binding.batch(), network.packed());
        // The head reads a packed row's kept state past its length, so no row is over for it.
        this.headRows = new Rows(binding.batch(), false);
        this.weights = binding.weights();
        this.gradient = binding.gradient();
        this.loss = loss;
        this.detail = binding.detail();
        this.finalValues = isJoinedFinalState(network.cell().output().last())
                ? Optional.of(finalState(
                        memory.value(Chain.HEAD, network.cell().output().now())))
                : Optional.empty();
    }

    private FinalState finalState(Buffer parts) {
        return new FinalState(headRows, memory.buffer(parts.width()), parts, network.hiddenSize());
    }

    /** What each adding line alone adds, kept where everything is. */
    Map<ScheduledLine, Buffer> increments() {
        return increments;
    }

    Instruction[] compile(ScheduledLine line) {
        scheduled = line;
        rows = line.chain().isHead() ? headRows : cellRows;
        List<Instruction> instructions = new ArrayList<>();
        if (line.line() instanceof Equation equation) {
            forward(equation, instructions);
        } else if (line.line() instanceof VectorLine vector) {
            backward(vector, instructions);
        } else if (line.line() instanceof ParameterLine parameters) {
            parameters.shares().forEach(share -> instructions.add(share(share)));
        }
        return instructions.toArray(Instruction[]::new);
    }

    private void forward(Equation equation, List<Instruction> into) {
        Slice y = value(equation.target());
        if (equation.op() instanceof Op.Sum sum) {
            into.add(new Instruction.Clear(rows, y));
            sum.terms().forEach(term -> term(term, y, into));
        } else if (equation.op() instanceof Op.Activate activate) {
            into.add(new Instruction.Activate(rows, activate.function(), value(activate.argument()), y));
        } else if (equation.op() instanceof Op.Concat concat) {
            Slice first = value(concat.first());
            Slice second = value(concat.second());
            into.add(new Instruction.Copy(rows, first, part(y, 0, first.width())));
            into.add(new Instruction.Copy(rows, second, part(y, first.width(), second.width())));
        } else if (equation.op() instanceof Op.LogSoftmax softmax) {
            into.add(new Instruction.LogSoftmax(rows, value(softmax.argument()), y));
        } else {
            into.add(loss::forward);
        }
        if (network.packed() && equation.target().quantity().carried()) {
            Slice before = value(equation.target().quantity().before());
            into.add(new Instruction.Freeze(rows, before, y));
        }
    }

    private static Slice part(Slice whole, int from, int width) {
        return new Slice(whole.buffer(), whole.shift(), whole.from() + from, width);
    }

    private void term(Term term, Slice y, List<Instruction> into) {
        if (term instanceof Term.Product product) {
            if (isJoinedFinalState(product.vector())) {
                into.add(finalValues.orElseThrow()::gather);
            }
            into.add(new Instruction.AddProduct(rows, block(weights, product.matrix()), value(product.vector()), y));
        } else if (term instanceof Term.Bias bias) {
            into.add(new Instruction.AddBias(rows, block(weights, bias.bias()), y));
        } else {
            List<SliceFactor> factors = factors(((Term.Elementwise) term).factors());
            into.add(new Instruction.AddElementwise(rows, false, false, factors, y));
        }
    }

    private List<SliceFactor> factors(List<Factor> factors) {
        List<SliceFactor> slices = new ArrayList<>();
        factors.forEach(each -> slices.add(new SliceFactor(value(each.vector()), each.complement())));
        return slices;
    }

    private void backward(VectorLine line, List<Instruction> into) {
        if (isJoinedFinalState(line.target())) {
            backwardToFinalState(line, into);
            return;
        }
        Slice sum = gradient(line.target());
        boolean keepsOwn = detail == Detail.EVERYTHING && line.adds();
        Slice own = keepsOwn ? Slice.whole(memory.buffer(sum.width()), 0) : sum;
        for (Increment increment : line.increments()) {
            Slice part = gradient(increment.target());
            into.add(increment(increment, keepsOwn ? part(own, part.from() - sum.from(), part.width()) : part));
        }
        if (network.packed() && line.target().shift() < 0) {
            passOn(line.target(), own, into);
        }
        if (keepsOwn) {
            increments.put(scheduled, own.buffer());
            into.add(new Instruction.Accumulate(rows, own, sum));
        }
    }

    /** The states lie at two steps: what goes back to both is made in one piece, then shared out. */
    private void backwardToFinalState(VectorLine line, List<Instruction> into) {
        FinalState gradients =
                finalState(memory.gradient(Chain.HEAD, network.cell().output().now()));
        Slice own = Slice.whole(gradients.joined(), 0);
        increments.put(scheduled, own.buffer());
        line.increments().forEach(increment -> into.add(increment(increment, own)));
        into.add(gradients::scatter);
    }

    /** The first line that reaches a state one step earlier also carries the frozen rows there. */
    private void passOn(VectorRef target, Slice into, List<Instruction> instructions) {
        Quantity state = target.quantity();
        if (passedOn.add(scheduled.chain().site(state))) {
            instructions.add(new Instruction.PassFrozen(rows, gradient(state.now()), into));
        }
    }

    private Instruction increment(Increment increment, Slice into) {
        VectorRef source = increment.source();
        if (increment instanceof Increment.Transposed transposed) {
            return new Instruction.AddTransposed(rows, block(weights, transposed.matrix()), gradient(source), into);
        }
        if (increment instanceof Increment.Elementwise product) {
            List<SliceFactor> factors = new ArrayList<>();
            factors.add(new SliceFactor(gradient(source), false));
            factors.addAll(factors(product.others()));
            // What came to the input past the cell's state counts for rows that are over as well.
            boolean liveOnly = !source.quantity().isInput();
            return new Instruction.AddElementwise(rows, liveOnly, product.negative(), factors, into);
        }
        if (increment instanceof Increment.Slope slope) {
            return new Instruction.AddSlope(rows, slope.function(), value(source), gradient(source), into);
        }
        if (increment instanceof Increment.Slice slice) {
            Slice joined = gradient(source);
            int from = slice.isFirst() ? 0 : joined.width() - into.width();
            return new Instruction.Accumulate(rows, part(joined, from, into.width()), into);
        }
        if (increment instanceof Increment.LogSoftmaxSlope) {
            return new Instruction.AddLogSoftmaxSlope(rows, value(source), gradient(source), into);
        }
        return loss::backward;
    }

    private Instruction share(ParameterLine.Share share) {
        Slice source = gradient(share.source());
        Instruction.Block block = block(gradient, share.parameter());
        return share.isBias()
                ? new Instruction.AddRows(rows, block, source)
                : new Instruction.AddOuter(rows, block, source, value(share.vector()));
    }

    private boolean isJoinedFinalState(VectorRef vector) {
        return vector.isLast()
                && network.stack().bidirectional()
                && network.loss().at() == LossSpec.At.FINAL_STATE;
    }

    private Slice value(VectorRef vector) {
        return isJoinedFinalState(vector)
                ? Slice.whole(finalValues.orElseThrow().joined(), 0)
                : slice(memory.value(scheduled.chain(), vector), vector);
    }

    private Slice gradient(VectorRef vector) {
        return slice(memory.gradient(scheduled.chain(), vector), vector);
    }

    private Slice slice(Buffer buffer, VectorRef vector) {
        // A final state is read at T, where lines of the head that run once do run.
        int shift = vector.isLast() ? 0 : vector.shift() * scheduled.direction().stride();
        if (vector.block() == VectorRef.WHOLE) {
            return Slice.whole(buffer, shift);
        }
        int width = network.extent(scheduled.layer(), vector.quantity().extent());
        return new Slice(buffer, shift, vector.block() * width, width);
    }

    private Instruction.Block block(double[] flat, ParameterRef parameter) {
        ParameterLayout.Entry entry = layout.entry(scheduled.parameterName(parameter));
        int blockRows = entry.rows() / entry.blocks();
        int columns = entry.columns();
        int offset = entry.offset() + parameter.firstBlock() * blockRows * Math.max(1, columns);
        return new Instruction.Block(flat, offset, parameter.blocks() * blockRows, columns);
    }
}
