package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.op.Increment;
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
    private final Set<VectorPart> begun = new LinkedHashSet<>();
    private final Set<Quantity> passedOn = new LinkedHashSet<>();
    private ScheduledLine line;

    private BackwardCompiler(Bindings bindings, Loss loss, Group group, Reached reached) {
        this.bindings = bindings;
        this.loss = loss;
        this.group = group;
        this.reached = reached;
        this.before = new Sequence(bindings.kernel());
        this.each = new Sequence(bindings.kernel());
        this.after = new Sequence(bindings.kernel());
    }

    static Stage compile(Bindings bindings, Loss loss, Group group, Reached reached) {
        BackwardCompiler compiler = new BackwardCompiler(bindings, loss, group, reached);
        compiler.line = group.lines().get(0);
        compiler.begin();
        for (ScheduledLine line : group.lines()) {
            compiler.line = line;
            if (line.line() instanceof VectorLine vector) {
                compiler.add(vector);
            } else {
                compiler.add((ParameterLine) line.line());
            }
        }
        return new Stage(
                bindings.frame(),
                group.sweep(),
                compiler.before.instructions(),
                compiler.each.instructions(),
                compiler.after.instructions());
    }

    /** A state's gradient at the end of its chain is 0 unless something further up reaches it. */
    private void begin() {
        if (group.isHead()) {
            return;
        }
        for (Quantity state : bindings.network().cell().states()) {
            if (!reached.anywhere(group.chain().site(state))) {
                Window gradient = bindings.gradient(line, state.now());
                before.add(
                        new Instruction.ClearEnd(bindings.frame(), group.chain().direction(), gradient.place()));
            }
        }
        if (bindings.network().packed()) {
            sources().forEach(this::leaveOutFrozenRows);
        }
    }

    /** The vectors whose gradients of all rows make those of parameters. */
    private Set<VectorRef> sources() {
        Set<VectorRef> sources = new LinkedHashSet<>();
        for (ScheduledLine each : group.lines()) {
            if (each.line() instanceof ParameterLine parameters) {
                parameters.shares().forEach(share -> sources.add(share.source()));
            }
        }
        return sources;
    }

    /** Rows past their length are to add nothing to parameters, nor to layers below. */
    private void leaveOutFrozenRows(VectorRef source) {
        Window gradient = bindings.gradient(line, source);
        if (source.quantity().carried()) {
            after.add(new Instruction.ClearFrozen(bindings.frame(), gradient.place()));
        } else {
            before.add(new Instruction.Clear(gradient));
        }
    }

    private void add(VectorLine vector) {
        for (Increment increment : vector.increments()) {
            if (increment instanceof Increment.Slice) {
                continue;
            }
            List<VectorPart> parts = bindings.parts(line, increment.target());
            for (int i = 0; i < parts.size(); i++) {
                if (isNeeded(parts.get(i))) {
                    add(increment, parts.get(i), i);
                }
            }
        }
        if (bindings.network().packed() && !group.isHead()) {
            for (VectorPart part : bindings.parts(line, vector.target())) {
                passOn(part);
            }
        }
    }

    /** No parameter's gradient comes from that of the network's own input. */
    private boolean isNeeded(VectorPart part) {
        boolean isDropped = part.site().quantity().equals(Quantity.DROPPED_INPUT);
        return !part.site().quantity().equals(Quantity.INPUT)
                && !(isDropped && part.site().layer() == 0);
    }

    /** Only the chain itself waits for the step after; what it hands to others is computed for all steps at once. */
    private boolean waits(VectorPart target) {
        return !group.isHead()
                && target.site().chain().equals(group.chain())
                && !target.site().quantity().isInput();
    }

    private void add(Increment increment, VectorPart target, int index) {
        Sequence into = waits(target) ? each : after;
        Window dv = bindings.gradient(target);
        Accumulation mode = mode(target, dv, into);
        boolean goesBack = into == each && target.shift() != 0;
        Sequence part = goesBack ? new Sequence(bindings.kernel()) : into;
        if (increment instanceof Increment.LossSlope) {
            part.add(loss.backward(dv));
        } else if (increment instanceof Increment.Elementwise product) {
            part.add(new Elementwise(bindings, line).backward(product, mode, target, index));
        } else if (increment instanceof Increment.Transposed transposed) {
            Window dy = bindings.gradient(line, increment.source());
            MatrixUse use = bindings.use(line, transposed.matrix(), dy, dv, target.column());
            part.add(bindings.multiplyTransposed(mode, use, dy, dv));
        } else {
            addSlope(part, increment, mode, dv);
        }
        if (goesBack) {
            part.instructions().forEach(step -> into.add(back(target.shift(), step)));
        }
    }

    private Instruction back(int shift, Instruction step) {
        return new Instruction.InsideOnly(bindings.frame(), shift, step);
    }

    private void addSlope(Sequence into, Increment increment, Accumulation mode, Window dx) {
        Window y = bindings.value(line, increment.source());
        Window dy = bindings.gradient(line, increment.source());
        if (increment instanceof Increment.Slope slope) {
            into.addSlope(slope.function(), mode, y, dy, dx);
        } else {
            into.add(new LogSoftmax.Backward(y, dy, dx));
        }
    }

    /** How the next increment joins a gradient: in place of an old one, or added to what others made of it. */
    private Accumulation mode(VectorPart target, Window dv, Sequence into) {
        Site site = target.site();
        boolean isOfHead = group.isHead() && site.isHead();
        if (into == after && !isOfHead) {
            Reached.Entry entry = reached.enter(target, group.sweep());
            if (entry == Reached.Entry.CLEARS) {
                into.add(new Instruction.ClearAll(bindings.frame(), dv.place()));
            } else if (entry == Reached.Entry.CLEARS_REST) {
                into.add(new Instruction.ClearRest(bindings.frame(), site.direction(), dv.place()));
            }
            return entry == Reached.Entry.REPLACES ? Accumulation.REPLACE : Accumulation.ADD;
        }
        boolean comesFromTheStepAfter = site.quantity().carried() && target.shift() == 0;
        boolean isFirst = begun.add(target) && !comesFromTheStepAfter && !reached.everywhere(site);
        return isFirst ? Accumulation.REPLACE : Accumulation.ADD;
    }

    /** The first line that reaches a state one step earlier also carries the gradients of rows past their length. */
    private void passOn(VectorPart part) {
        Quantity state = part.site().quantity();
        boolean goesBack = part.site().chain().equals(group.chain()) && part.shift() != 0;
        if (!goesBack || !passedOn.add(state)) {
            return;
        }
        Accumulation mode = reached.everywhere(part.site()) ? Accumulation.ADD : Accumulation.REPLACE;
        Window now = bindings.gradient(line, state.now());
        Window previous = bindings.gradient(part);
        Instruction pass = new Instruction.PassFrozen(
                bindings.kernel(), bindings.frame(), mode, Instruction.Part.of(now, false, false), previous);
        each.add(back(part.shift(), pass));
    }

    private void add(ParameterLine parameters) {
        Map<VectorRef, List<ParameterRef>> biases = new LinkedHashMap<>();
        for (ParameterLine.Share share : parameters.shares()) {
            if (share.isBias()) {
                biases.computeIfAbsent(share.source(), source -> new ArrayList<>())
                        .add(share.parameter());
                continue;
            }
            Window dy = bindings.gradient(line, share.source());
            for (VectorPart part : bindings.parts(line, share.vector())) {
                Window v = bindings.value(part);
                MatrixUse use = bindings.use(line, share.parameter(), dy, v, part.column());
                after.add(bindings.weightGradient(use, dy, v));
            }
        }
        biases.forEach((source, refs) -> after.add(bindings.biasGradient(line, refs, bindings.gradient(line, source))));
    }
}
