package unroll.core.fused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.model.Schedule.Sweep;
import unroll.core.model.Site;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Line;
import unroll.core.op.ParameterLine;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;

/**
 * Compiles the backward lines of a group. Gradients of parameters and of a layer's input wait for nothing and hold
 * nothing up: they are computed for all steps at once, after the steps.
 *
 * <p>The first line that adds to a gradient replaces what the last iteration left there.
 */
final class BackwardCompiler {
    private final Bindings bindings;
    private final Loss loss;
    private final Group group;
    private final Reached reached;
    private final Sequence before;
    private final Sequence each;
    private final Sequence after;
    private final Set<VectorRef> begun = new HashSet<>();
    private final Set<Quantity> passedOn = new HashSet<>();

    private BackwardCompiler(Bindings bindings, Loss loss, Group group, Reached reached) {
        this.bindings = bindings;
        this.loss = loss;
        this.group = group;
        this.reached = reached;
        this.before = new Sequence(bindings.kernel());
        this.each = new Sequence(bindings.kernel());
        this.after = new Sequence(bindings.kernel());
    }

    /** Which states' gradients groups further up have begun: those of all steps, or of the last one alone. */
    static final class Reached {
        private final Set<Site> always = new HashSet<>();
        private final Set<Site> atTheEnd = new HashSet<>();
    }

    static Stage compile(Bindings bindings, Loss loss, Group group, Reached reached) {
        BackwardCompiler compiler = new BackwardCompiler(bindings, loss, group, reached);
        compiler.beginStates();
        for (Line line : group.lines()) {
            if (line instanceof VectorLine vector) {
                compiler.add(vector);
            } else {
                compiler.add((ParameterLine) line);
            }
        }
        return new Stage(
                bindings.frame(),
                group.sweep(),
                compiler.before.instructions(),
                compiler.each.instructions(),
                compiler.after.instructions());
    }

    private boolean isHead() {
        return group.layer() == Site.HEAD;
    }

    private Site site(VectorRef vector) {
        return bindings.network().site(group.layer(), vector.quantity());
    }

    /** A state's gradient at the end of the sequence is 0 unless a loss reaches it. */
    private void beginStates() {
        if (isHead()) {
            return;
        }
        for (Quantity state : bindings.network().cell().states()) {
            Site site = site(state.now());
            if (!reached.always.contains(site) && !reached.atTheEnd.contains(site)) {
                before.add(new Instruction.ClearEnd(bindings.frame(), bindings.gradient(group.layer(), state.now())));
            }
        }
        if (bindings.network().packed()) {
            sources().forEach(source -> before.add(new Instruction.Clear(bindings.gradient(group.layer(), source))));
        }
    }

    /** The vectors whose gradients of all rows make the gradients of parameters: rows past their length add nothing. */
    private Set<VectorRef> sources() {
        Set<VectorRef> sources = new HashSet<>();
        for (Line line : group.lines()) {
            if (line instanceof ParameterLine parameters) {
                parameters.shares().forEach(share -> sources.add(share.source()));
            }
        }
        return sources;
    }

    private void add(VectorLine line) {
        boolean isInput = line.target().quantity().equals(Quantity.INPUT);
        if (isInput && site(line.target()).quantity().equals(Quantity.INPUT)) {
            return;
        }
        Sequence into = isInput || isHead() ? after : each;
        for (Increment increment : line.increments()) {
            add(increment, into, begin(increment.target(), into == after));
        }
        boolean isBefore = line.target().shift() != 0;
        if (bindings.network().packed()
                && isBefore
                && passedOn.add(line.target().quantity())) {
            passOn(line.target());
        }
    }

    /** How the next increment joins a gradient: in place of an old one, or added to what others made of it. */
    private Accumulation begin(VectorRef target, boolean wholeRange) {
        Site site = site(target);
        if (reached.always.contains(site)) {
            return Accumulation.ADD;
        }
        if (wholeRange && !(isHead() && site.isHead())) {
            (group.sweep() == Sweep.ONCE ? reached.atTheEnd : reached.always).add(site);
            return Accumulation.REPLACE;
        }
        boolean comesFromTheStepAfter = target.quantity().carried() && target.shift() == 0;
        return begun.add(target) && !comesFromTheStepAfter ? Accumulation.REPLACE : Accumulation.ADD;
    }

    private void add(Increment increment, Sequence into, Accumulation mode) {
        if (increment instanceof Increment.LossSlope) {
            into.add(loss.backward(bindings.gradient(group.layer(), increment.target())));
            return;
        }
        Sequence part = increment.target().shift() == 0 || into == after ? into : new Sequence(bindings.kernel());
        Window dv = bindings.gradient(group.layer(), increment.target());
        Window dy = bindings.gradient(group.layer(), increment.source());
        if (increment instanceof Increment.Transposed transposed) {
            addTransposed(part, transposed, mode, dy, dv);
        } else if (increment instanceof Increment.Elementwise product) {
            addElementwise(part, product, mode, dy, dv);
        } else if (increment instanceof Increment.Slope slope) {
            Window y = bindings.value(group.layer(), slope.source());
            part.addSlope(slope.function(), mode, y, dy, dv);
        }
        if (part != into) {
            part.instructions()
                    .forEach(step -> into.add(new Instruction.InsideOnly(bindings.frame(), dv.shift(), step)));
        }
    }

    private void addTransposed(Sequence into, Increment.Transposed increment, Accumulation mode, Window dy, Window dv) {
        MatrixUse use = bindings.use(increment.matrix(), group.layer(), dy, dv);
        into.add(bindings.multiplyTransposed(mode, use, dy, dv));
    }

    private void addElementwise(
            Sequence into, Increment.Elementwise increment, Accumulation mode, Window dy, Window dv) {
        Instruction.Part first = Instruction.Part.of(dy, false, increment.negative());
        if (increment.others().isEmpty()) {
            into.add(new Instruction.AddVector(bindings.kernel(), mode, first, dv));
            return;
        }
        Factor other = increment.others().get(0);
        Window factor = bindings.value(group.layer(), other.vector());
        Instruction.Part second = Instruction.Part.of(factor, other.complement(), false);
        into.add(new Instruction.AddProduct(bindings.kernel(), mode, first, second, dv));
    }

    private void passOn(VectorRef target) {
        Accumulation mode = reached.always.contains(site(target)) ? Accumulation.ADD : Accumulation.REPLACE;
        Window state = bindings.gradient(group.layer(), target.quantity().now());
        Window previous = bindings.gradient(group.layer(), target);
        Instruction pass = new Instruction.PassFrozen(
                bindings.kernel(), bindings.frame(), mode, Instruction.Part.of(state, false, false), previous);
        each.add(new Instruction.InsideOnly(bindings.frame(), target.shift(), pass));
    }

    private void add(ParameterLine line) {
        Map<VectorRef, List<ParameterRef>> biases = new LinkedHashMap<>();
        for (ParameterLine.Share share : line.shares()) {
            if (share.isBias()) {
                biases.computeIfAbsent(share.source(), source -> new ArrayList<>())
                        .add(share.parameter());
                continue;
            }
            Window dy = bindings.gradient(group.layer(), share.source());
            Window v = bindings.value(group.layer(), share.vector());
            MatrixUse use = bindings.use(share.parameter(), group.layer(), dy, v);
            after.add(bindings.weightGradient(use, dy, v));
        }
        biases.forEach((source, parameters) ->
                after.add(bindings.biasGradient(parameters, group.layer(), bindings.gradient(group.layer(), source))));
    }
}
