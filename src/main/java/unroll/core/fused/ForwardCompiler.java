package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/**
 * Compiles the forward lines of a group. What depends on the input alone is computed for all steps at once, and so are
 * those terms of a sum that do; only the rest waits for the step before.
 */
final class ForwardCompiler {
    private final Bindings bindings;
    private final Loss loss;
    private final Group group;
    private final Sequence before;
    private final Sequence each;
    private final Set<Quantity> known = new LinkedHashSet<>();
    private ScheduledLine line;

    private ForwardCompiler(Bindings bindings, Loss loss, Group group) {
        this.bindings = bindings;
        this.loss = loss;
        this.group = group;
        this.before = new Sequence(bindings.kernel());
        this.each = new Sequence(bindings.kernel());
        known.add(Quantity.INPUT);
        known.add(Quantity.MASK);
        known.add(Quantity.PLACE);
    }

    static Stage compile(Bindings bindings, Loss loss, Group group) {
        ForwardCompiler compiler = new ForwardCompiler(bindings, loss, group);
        group.lines().forEach(compiler::add);
        return new Stage(
                bindings.frame(),
                group.sweep(),
                compiler.before.instructions(),
                compiler.each.instructions(),
                List.of());
    }

    private void add(ScheduledLine scheduled) {
        line = scheduled;
        Equation equation = (Equation) scheduled.line();
        if (equation.op() instanceof Op.Loss) {
            before.add(loss::forward);
            return;
        }
        if (equation.op() instanceof Op.Concat) {
            return;
        }
        boolean waits = !Reads.of(equation.op()).stream().allMatch(this::isKnown);
        add(equation, waits ? each : before);
        if (!waits) {
            known.add(equation.target().quantity());
        }
        if (bindings.network().packed() && equation.target().quantity().carried()) {
            Quantity state = equation.target().quantity();
            Window last = bindings.value(line, state.before());
            each.add(new Instruction.Freeze(bindings.frame(), last, bindings.value(line, state.now())));
        }
    }

    private void add(Equation equation, Sequence into) {
        Window y = bindings.value(line, equation.target());
        if (equation.op() instanceof Op.Activate activate) {
            into.apply(activate.function(), bindings.value(line, activate.argument()), y);
        } else if (equation.op() instanceof Op.LogSoftmax softmax) {
            into.add(new LogSoftmax.Forward(bindings.value(line, softmax.argument()), y));
        } else {
            addSum((Op.Sum) equation.op(), y);
        }
    }

    /** The head and the loss run when all states are there. */
    private boolean isKnown(VectorRef vector) {
        return group.isHead() || (vector.shift() == 0 && known.contains(vector.quantity()));
    }

    /** A joined vector is taken apart first, for one part may be known before the other. */
    private void addSum(Op.Sum sum, Window y) {
        List<ParameterRef> parameters = new ArrayList<>();
        List<PartialProduct> products = new ArrayList<>();
        List<Term.Elementwise> elementwise = new ArrayList<>();
        for (Term term : sum.terms()) {
            if (term instanceof Term.Bias bias) {
                parameters.add(bias.bias());
            } else if (term instanceof Term.Product product) {
                bindings.parts(line, product.vector())
                        .forEach(part -> products.add(new PartialProduct(product.matrix(), part)));
            } else {
                elementwise.add((Term.Elementwise) term);
            }
        }
        boolean begun = addProducts(parameters, products, y);
        for (Term.Elementwise term : elementwise) {
            boolean waits = begun && !each.instructions().isEmpty()
                    || !Reads.of(term).stream().allMatch(this::isKnown);
            new Elementwise(bindings, line).forward(term, y, begun, waits ? each : before);
            begun = true;
        }
    }

    private record PartialProduct(ParameterRef matrix, VectorPart part) {}

    /** The product with a part that is known comes first, so that the others add to it. */
    private boolean addProducts(List<ParameterRef> parameters, List<PartialProduct> products, Window y) {
        BiasRow start = null;
        boolean begun = false;
        List<PartialProduct> later = new ArrayList<>();
        for (PartialProduct product : products) {
            if (!isKnown(product.part())) {
                later.add(product);
                continue;
            }
            start = begun ? null : bindings.biases(line, parameters, y);
            before.add(multiply(product, y, start));
            begun = true;
        }
        if (!begun && (!parameters.isEmpty() || !later.isEmpty())) {
            BiasRow row = bindings.biases(line, parameters, y);
            before.add(new Instruction.Spread(bindings.kernel(), row.operand(), y));
            begun = true;
        }
        for (PartialProduct product : later) {
            each.add(new Instruction.UnlessZero(bindings.frame(), product.part().shift(), multiply(product, y, null)));
        }
        return begun;
    }

    private boolean isKnown(VectorPart part) {
        boolean isOfThisChain = part.site().chain().equals(group.chain());
        boolean isGiven = known.contains(part.site().quantity());
        return group.isHead() || !isOfThisChain || (isGiven && part.shift() == 0);
    }

    /** @param start what y starts from, or null if something is in y */
    private Instruction multiply(PartialProduct product, Window y, BiasRow start) {
        Window v = bindings.value(product.part());
        MatrixUse use =
                bindings.use(line, product.matrix(), y, v, product.part().column());
        return start == null ? bindings.multiply(use, v, y) : bindings.multiply(start, use, v, y);
    }
}
