package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.model.Site;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Line;
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

    private ForwardCompiler(Bindings bindings, Loss loss, Group group) {
        this.bindings = bindings;
        this.loss = loss;
        this.group = group;
        this.before = new Sequence(bindings.kernel());
        this.each = new Sequence(bindings.kernel());
        known.add(Quantity.INPUT);
    }

    static Stage compile(Bindings bindings, Loss loss, Group group) {
        ForwardCompiler compiler = new ForwardCompiler(bindings, loss, group);
        for (Line line : group.lines()) {
            compiler.add((Equation) line);
        }
        return new Stage(
                bindings.frame(),
                group.sweep(),
                compiler.before.instructions(),
                compiler.each.instructions(),
                List.of());
    }

    private void add(Equation line) {
        if (line.op() instanceof Op.Loss) {
            before.add(loss::forward);
            return;
        }
        boolean waits = !Workspace.reads(line.op()).stream().allMatch(this::isKnown);
        Window y = bindings.value(group.layer(), line.target());
        if (line.op() instanceof Op.Activate activate) {
            Sequence sequence = waits ? each : before;
            sequence.apply(activate.function(), bindings.value(group.layer(), activate.argument()), y);
        } else {
            addSum((Op.Sum) line.op(), y);
        }
        if (!waits) {
            known.add(line.target().quantity());
        }
        if (bindings.network().packed() && line.target().quantity().carried()) {
            VectorRef state = line.target();
            Window last = bindings.value(group.layer(), state.quantity().before());
            each.add(new Instruction.Freeze(bindings.frame(), last, y));
        }
    }

    /** The head and the loss run when all states are there. */
    private boolean isKnown(VectorRef vector) {
        return group.layer() == Site.HEAD || (vector.shift() == 0 && known.contains(vector.quantity()));
    }

    private void addSum(Op.Sum sum, Window y) {
        List<Term> now = new ArrayList<>();
        List<Term> later = new ArrayList<>();
        for (Term term : sum.terms()) {
            boolean waits = !Workspace.reads(term).stream().allMatch(this::isKnown);
            (waits ? later : now).add(term);
        }
        addTerms(before, now, y, false);
        addTerms(each, later, y, !now.isEmpty());
    }

    private void addTerms(Sequence into, List<Term> terms, Window y, boolean isBegun) {
        boolean begun = isBegun;
        List<ParameterRef> parameters = new ArrayList<>();
        List<Term> others = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof Term.Bias bias) {
                parameters.add(bias.bias());
            } else {
                others.add(term);
            }
        }
        boolean productFirst = !others.isEmpty() && others.get(0) instanceof Term.Product;
        boolean fuses = productFirst && !isLeftOutAtStart(into, (Term.Product) others.get(0));
        BiasRow bias = null;
        if (!begun && fuses) {
            bias = bindings.biases(parameters, group.layer(), y);
        } else if (!begun && (productFirst || !parameters.isEmpty())) {
            BiasRow row = bindings.biases(parameters, group.layer(), y);
            into.add(new Instruction.Spread(bindings.kernel(), row.operand(), y));
            begun = true;
        }
        for (Term term : others) {
            if (term instanceof Term.Product product) {
                addProduct(into, product, y, begun ? null : bias);
            } else {
                addElementwise(into, (Term.Elementwise) term, y, begun);
            }
            begun = true;
        }
    }

    /** A product with the state before the first step is 0. */
    private boolean isLeftOutAtStart(Sequence into, Term.Product product) {
        return into == each && product.vector().shift() != 0;
    }

    /** @param bias what y starts from, or null if something is in y */
    private void addProduct(Sequence into, Term.Product product, Window y, BiasRow bias) {
        Window v = bindings.value(group.layer(), product.vector());
        MatrixUse use = bindings.use(product.matrix(), group.layer(), y, v);
        Instruction multiply = bias == null ? bindings.multiply(use, v, y) : bindings.multiply(bias, use, v, y);
        boolean leavesOut = isLeftOutAtStart(into, product);
        into.add(leavesOut ? new Instruction.InsideOnly(bindings.frame(), v.shift(), multiply) : multiply);
    }

    private void addElementwise(Sequence into, Term.Elementwise term, Window y, boolean begun) {
        Accumulation mode = begun ? Accumulation.ADD : Accumulation.REPLACE;
        Instruction.Part first = factor(term.factors().get(0));
        if (term.factors().size() == 1) {
            into.add(new Instruction.AddVector(bindings.kernel(), mode, first, y));
        } else {
            Instruction.Part second = factor(term.factors().get(1));
            into.add(new Instruction.AddProduct(bindings.kernel(), mode, first, second, y));
        }
    }

    private Instruction.Part factor(Factor factor) {
        return Instruction.Part.of(bindings.value(group.layer(), factor.vector()), factor.complement(), false);
    }
}
