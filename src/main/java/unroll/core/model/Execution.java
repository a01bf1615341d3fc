package unroll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.tensor.Tensor;

/**
 * Runs the lines of a network on a batch, forwards and backwards, in buffers that are allocated once: the same
 * interpreter trains and records.
 *
 * <p>Parameters and their gradients are flat arrays under {@link Network#parameters()}, shared with whoever updates
 * them. Backward adds to nothing old: it clears all gradients first.
 */
public final class Execution {
    /**
     * What an execution works on. The arrays are shared on purpose: whoever trains updates them in place.
     *
     * @param weights read at every pass, never written
     * @param gradient written by the backward pass
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Binding(Network network, Batch batch, double[] weights, double[] gradient, Detail detail) {
        public Binding {
            int size = network.parameters().size();
            if (weights.length != size || gradient.length != size) {
                throw new IllegalArgumentException("this network has " + size + " parameters, but the arrays hold "
                        + weights.length + " and " + gradient.length);
            }
        }
    }

    /** Where a number first stopped being finite: a vector, its step, row and unit. */
    public record NonFinite(Site site, boolean isGradient, int step, int row, int unit, double value) {}

    private final Network network;
    private final Batch batch;
    private final double[] gradient;
    private final boolean everything;
    private final Memory memory;
    private final InitialStates initialStates;
    private final Carry carry;
    private final Masks masks;
    private final LossInstruction loss;
    private final Map<ScheduledLine, Buffer> increments;
    private final List<CompiledBlock> forward = new ArrayList<>();
    private final List<CompiledBlock> backward = new ArrayList<>();
    private Truncation truncation = Truncation.NONE;

    public Execution(Binding binding) {
        this.network = binding.network();
        this.batch = binding.batch();
        this.gradient = binding.gradient();
        this.everything = binding.detail() == Detail.EVERYTHING;
        this.memory = new Memory(network, batch);
        this.initialStates = new InitialStates(network, batch);
        this.carry = new Carry(initialStates, batch, memory);
        this.masks = new Masks(network, batch, memory);
        this.loss = new LossInstruction(network, batch, memory);
        Schedule schedule = Schedule.of(network);
        Compiler compiler = new Compiler(binding, memory, loss);
        schedule.blocks(Phase.FORWARD).forEach(block -> forward.add(CompiledBlock.of(block, network, compiler)));
        schedule.blocks(Phase.BACKWARD).forEach(block -> backward.add(CompiledBlock.of(block, network, compiler)));
        this.increments = compiler.increments();
    }

    /** An execution with parameters and gradient of its own. */
    public static Execution of(Network network, Parameters parameters, Batch batch, Detail detail) {
        double[] weights = parameters.toArray();
        return new Execution(new Binding(network, batch, weights, new double[weights.length], detail));
    }

    public Batch batch() {
        return batch;
    }

    public Network network() {
        return network;
    }

    /**
     * Sets the state before a layer's first step; zero until set.
     *
     * @param values of shape [rows, H]
     */
    public void setInitialState(Site state, Tensor values) {
        initialStates.set(state, values);
    }

    /** Lets the next sequences start from the states that were set, whatever was carried over. */
    public void resetInitialStates() {
        initialStates.reset();
    }

    /** Lets the next sequences go on from where the last forward pass ended; no gradient goes back that way. */
    public void carryStatesOver() {
        carry.carryOver();
    }

    /** What all rows of all states start from in the next forward pass, flat. */
    public Tensor initialStates() {
        return initialStates.all();
    }

    /** Lets the next sequences start from {@link #initialStates} of another execution of this network. */
    public void setInitialStates(Tensor states) {
        initialStates.setAll(states);
    }

    /** From now on no gradient passes from a piece of the sequence to the one before. */
    public void setTruncation(Truncation replacement) {
        truncation = replacement;
    }

    public Truncation truncation() {
        return truncation;
    }

    /** What dropout leaves of the layers' inputs; all 0 until drawn. */
    public Masks masks() {
        return masks;
    }

    /** Runs all forward lines on the batch as it stands; returns the total loss L. */
    public double forward() {
        loss.reset();
        carry.place();
        run(forward);
        return loss.total();
    }

    /** Runs all forward lines with one number moved by the way; L with all that follows from it. */
    public double forward(Displacement displacement) {
        loss.reset();
        carry.place();
        if (displacement.isInitial(batch.steps())) {
            displacement.apply(memory);
        }
        for (CompiledBlock compiled : forward) {
            for (int repetition = 0; repetition < compiled.block().repetitions(batch.steps()); repetition++) {
                int t = compiled.block().step(repetition, batch.steps());
                for (int i = 0; i < compiled.lines().length; i++) {
                    run(compiled, i, t, displacement);
                }
            }
        }
        return loss.total();
    }

    private void run(CompiledBlock compiled, int line, int t, Displacement displacement) {
        if (runs(compiled, line, t)) {
            compiled.run(line, t);
            if (displacement.isMadeBy(network, compiled.line(line), t, batch.steps())) {
                displacement.apply(memory);
            }
        }
    }

    /** L of the last forward pass. */
    public double loss() {
        return loss.total();
    }

    /** The loss of one step, averaged over the rows, before its weight. */
    public double stepLoss(int t) {
        return loss.ofStep(t);
    }

    /** Runs all backward lines; the gradient of L is then in the gradient array. */
    public void backward() {
        backward(0);
    }

    /**
     * Runs all backward lines from the loss of one step alone.
     *
     * @param lossStep k from 1, or 0 for all
     */
    public void backward(int lossStep) {
        clearGradients();
        loss.restrictTo(lossStep);
        run(backward);
    }

    /**
     * Takes gradients of the final states back through the cells alone, with no loss: afterwards the gradients hold seedᵀ
     * times the Jacobian of the final states with respect to each vector.
     *
     * @param seeds for some states of some layers, each of shape [rows, H]
     */
    public void pullBack(Map<Site, Tensor> seeds) {
        clearGradients();
        seeds.forEach((state, seed) -> {
            Buffer buffer = memory.gradients().get(state);
            for (int row = 0; row < batch.rows(); row++) {
                int last = state.direction().finalStep(batch.steps());
                seed.copyTo(row * buffer.width(), buffer.width(), buffer.data(), buffer.offset(last, row));
            }
        });
        for (CompiledBlock compiled : backward) {
            for (int repetition = 0; repetition < compiled.block().repetitions(batch.steps()); repetition++) {
                runCells(compiled, compiled.block().step(repetition, batch.steps()));
            }
        }
    }

    private void runCells(CompiledBlock compiled, int t) {
        for (int i = 0; i < compiled.lines().length; i++) {
            if (compiled.line(i).listed().part() == Part.CELL) {
                compiled.run(i, t);
            }
        }
    }

    private void clearGradients() {
        Arrays.fill(gradient, 0);
        memory.gradients().values().forEach(Buffer::clear);
        increments.values().forEach(Buffer::clear);
    }

    private void run(List<CompiledBlock> blocks) {
        for (int b = 0; b < blocks.size(); b++) {
            CompiledBlock compiled = blocks.get(b);
            for (int repetition = 0; repetition < compiled.block().repetitions(batch.steps()); repetition++) {
                runStep(compiled, compiled.block().step(repetition, batch.steps()));
            }
        }
    }

    private void runStep(CompiledBlock compiled, int t) {
        for (int i = 0; i < compiled.lines().length; i++) {
            if (runs(compiled, i, t)) {
                compiled.run(i, t);
            }
        }
    }

    private boolean runs(CompiledBlock compiled, int line, int t) {
        return (everything || isRead(compiled, line, t)) && !isCut(compiled, line, t);
    }

    /** Whether what a line makes is on the way to the loss. */
    private boolean isRead(CompiledBlock compiled, int line, int t) {
        boolean readByLoss = t == batch.steps() && network.loss().at() == LossSpec.At.LAST;
        return readByLoss || !compiled.onlyWithLoss()[line];
    }

    private boolean isCut(CompiledBlock compiled, int line, int t) {
        return compiled.goesBack()[line]
                && truncation.cuts(t, compiled.line(line).direction(), batch.steps());
    }

    /** Values of every vector; x of an upper layer is the state below it. */
    public Map<Site, Buffer> values() {
        return Collections.unmodifiableMap(memory.values());
    }

    /** ∂L/∂q of every vector q. */
    public Map<Site, Buffer> gradients() {
        return Collections.unmodifiableMap(memory.gradients());
    }

    /** What each adding line alone added, at the step at which it ran; empty when training. */
    public Map<ScheduledLine, Buffer> increments() {
        return Collections.unmodifiableMap(increments);
    }

    /** Flat under {@link Network#parameters()}. */
    public double[] gradient() {
        return gradient;
    }

    /** The first non-finite number on the way to the loss or back, in the order in which the lines wrote them. */
    public Optional<NonFinite> firstNonFinite() {
        return find(forward).or(() -> find(backward));
    }

    private Optional<NonFinite> find(List<CompiledBlock> blocks) {
        NonFiniteSearch search = new NonFiniteSearch(network, memory, batch);
        for (CompiledBlock compiled : blocks) {
            for (int repetition = 0; repetition < compiled.block().repetitions(batch.steps()); repetition++) {
                int t = compiled.block().step(repetition, batch.steps());
                for (int i = 0; i < compiled.lines().length; i++) {
                    Optional<NonFinite> found = search.writtenBy(compiled.line(i), t);
                    if (found.isPresent() && isRead(compiled, i, t)) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
