package unroll.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.model.Instruction.Slice;
import unroll.core.model.Instruction.SliceFactor;
import unroll.core.model.Schedule.ScheduledLine;
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

/** Binds lines to buffers: each scheduled line becomes the instructions that carry it out. */
final class Compiler {
    private final Network network;
    private final ParameterLayout layout;
    private final Memory memory;
    private final Rows cellRows;
    private final Rows headRows;
    private Rows rows;
    private final double[] weights;
    private final double[] gradient;
    private final LossInstruction loss;
    private final Detail detail;
    private final Map<ScheduledLine, Buffer> increments = new LinkedHashMap<>();
    private final Set<Site> passedOn = new LinkedHashSet<>();

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
    }

    /** What each adding line alone adds, kept where everything is. */
    Map<ScheduledLine, Buffer> increments() {
        return increments;
    }

    Instruction[] compile(ScheduledLine scheduled) {
        rows = scheduled.layer() == Site.HEAD ? headRows : cellRows;
        List<Instruction> instructions = new ArrayList<>();
        Line line = scheduled.line();
        if (line instanceof Equation equation) {
            forward(equation, scheduled.layer(), instructions);
        } else if (line instanceof VectorLine vector) {
            backward(vector, scheduled, instructions);
        } else if (line instanceof ParameterLine parameters) {
            parameters.shares().forEach(share -> instructions.add(share(share, scheduled.layer())));
        }
        return instructions.toArray(Instruction[]::new);
    }

    private void forward(Equation equation, int layer, List<Instruction> into) {
        Slice y = value(layer, equation.target());
        if (equation.op() instanceof Op.Sum sum) {
            into.add(new Instruction.Clear(rows, y));
            sum.terms().forEach(term -> into.add(term(term, layer, y)));
        } else if (equation.op() instanceof Op.Activate activate) {
            into.add(new Instruction.Activate(rows, activate.function(), value(layer, activate.argument()), y));
        } else {
            into.add(loss::forward);
        }
        if (network.packed() && equation.target().quantity().carried()) {
            into.add(new Instruction.Freeze(rows, y));
        }
    }

    private Instruction term(Term term, int layer, Slice y) {
        if (term instanceof Term.Product product) {
            return new Instruction.AddProduct(
                    rows, block(weights, product.matrix(), layer), value(layer, product.vector()), y);
        }
        if (term instanceof Term.Bias bias) {
            return new Instruction.AddBias(rows, block(weights, bias.bias(), layer), y);
        }
        return new Instruction.AddElementwise(
                rows, false, false, factors(((Term.Elementwise) term).factors(), layer), y);
    }

    private List<SliceFactor> factors(List<Factor> factors, int layer) {
        List<SliceFactor> slices = new ArrayList<>();
        factors.forEach(each -> slices.add(new SliceFactor(value(layer, each.vector()), each.complement())));
        return slices;
    }

    private void backward(VectorLine line, ScheduledLine scheduled, List<Instruction> into) {
        int layer = scheduled.layer();
        Slice sum = gradient(layer, line.target());
        boolean keepsOwn = detail == Detail.EVERYTHING && line.adds();
        Buffer own = keepsOwn ? memory.buffer(sum.buffer().width()) : sum.buffer();
        for (Increment increment : line.increments()) {
            Slice part = gradient(layer, increment.target());
            into.add(increment(increment, layer, keepsOwn ? new Slice(own, 0, part.from(), part.width()) : part));
        }
        if (network.packed() && line.target().shift() < 0) {
            passOn(line.target(), layer, keepsOwn ? new Slice(own, 0, 0, sum.width()) : sum, into);
        }
        if (keepsOwn) {
            increments.put(scheduled, own);
            into.add(new Instruction.Accumulate(rows, new Slice(own, 0, 0, sum.width()), sum));
        }
    }

    /** The first line that reaches a state one step earlier also carries the frozen rows there. */
    private void passOn(VectorRef target, int layer, Slice into, List<Instruction> instructions) {
        Quantity state = target.quantity();
        if (passedOn.add(new Site(layer, state))) {
            instructions.add(new Instruction.PassFrozen(rows, gradient(layer, state.now()), into));
        }
    }

    private Instruction increment(Increment increment, int layer, Slice into) {
        if (increment instanceof Increment.Transposed transposed) {
            return new Instruction.AddTransposed(
                    rows, block(weights, transposed.matrix(), layer), gradient(layer, transposed.source()), into);
        }
        if (increment instanceof Increment.Elementwise product) {
            List<SliceFactor> factors = new ArrayList<>();
            factors.add(new SliceFactor(gradient(layer, product.source()), false));
            factors.addAll(factors(product.others(), layer));
            return new Instruction.AddElementwise(rows, true, product.negative(), factors, into);
        }
        if (increment instanceof Increment.Slope slope) {
            return new Instruction.AddSlope(
                    rows, slope.function(), value(layer, slope.source()), gradient(layer, slope.source()), into);
        }
        return loss::backward;
    }

    private Instruction share(ParameterLine.Share share, int layer) {
        Slice source = gradient(layer, share.source());
        Instruction.Block block = block(gradient, share.parameter(), layer);
        return share.isBias()
                ? new Instruction.AddRows(rows, block, source)
                : new Instruction.AddOuter(rows, block, source, value(layer, share.vector()));
    }

    private Slice value(int layer, VectorRef vector) {
        return slice(memory.value(layer, vector.quantity()), layer, vector);
    }

    private Slice gradient(int layer, VectorRef vector) {
        return slice(memory.gradient(layer, vector.quantity()), layer, vector);
    }

    private Slice slice(Buffer buffer, int layer, VectorRef vector) {
        int top = layer == Site.HEAD ? network.layers() - 1 : layer;
        return new Slice(buffer, vector.shift(), memory.blockOffset(top, vector), memory.width(top, vector));
    }

    private Instruction.Block block(double[] flat, ParameterRef parameter, int layer) {
        ParameterLayout.Entry entry =
                layout.entry(layer == Site.HEAD ? parameter.name() : parameter.name() + "_l" + layer);
        int blockRows = entry.rows() / entry.blocks();
        int columns = entry.columns();
        int offset = entry.offset() + parameter.firstBlock() * blockRows * Math.max(1, columns);
        return new Instruction.Block(flat, offset, parameter.blocks() * blockRows, columns);
    }
}
