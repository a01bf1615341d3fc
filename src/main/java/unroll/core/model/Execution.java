package unroll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Schedule.Sweep;
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

    @SuppressWarnings("ArrayRecordComponent")
    private record CompiledBlock(Block block, Instruction[][] lines, boolean[] onlyWithLoss, boolean[] goesBack) {
        void run(int line, int t) {
            for (Instruction instruction : lines[line]) {
                instruction.run(t);
            }
        }
    }

    private final Network network;
    private final Batch batch;
    private final double[] gradient;
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
        this.memory = new Memory(network, batch);
        this.initialStates = new InitialStates(network, batch);
        this.carry = new Carry(initialStates, batch, memory);
        this.masks = new Masks(network, batch, memory);
        this.loss = new LossInstruction(network, batch, memory);
        Schedule schedule = Schedule.of(network);
        Compiler compiler = new Compiler(binding, memory, loss);
        schedule.blocks(Phase.FORWARD).forEach(block -> forward.add(compile(block, compiler, binding.detail())));
        schedule.blocks(Phase.BACKWARD).forEach(block -> backward.add(compile(block, compiler, binding.detail())));
        this.increments = compiler.increments();
    }

    /** An execution with parameters and gradient of its own. */
    public static Execution of(Network network, Parameters parameters, Batch batch, Detail detail) {
        double[] weights = parameters.toArray();
        return new Execution(new Binding(network, batch, weights, new double[weights.length], detail));
    }

    private CompiledBlock compile(Block block, Compiler compiler, Detail detail) {
        int count = block.lines().size();
        Instruction[][] lines = new Instruction[count][];
        boolean[] onlyWithLoss = new boolean[count];
        boolean[] goesBack = new boolean[count];
        for (int i = 0; i < count; i++) {
            ScheduledLine line = block.lines().get(i);
            lines[i] = compiler.compile(line);
            onlyWithLoss[i] = detail == Detail.TRAINING
                    && block.sweep() == Sweep.UP
                    && line.listed().part() == Part.HEAD
                    && !network.loss().atEveryStep();
            goesBack[i] = line.goesBack();
        }
        return new CompiledBlock(block, lines, onlyWithLoss, goesBack);
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
            if (compiled.block().lines().get(i).listed().part() == Part.CELL) {
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
        int steps = batch.steps();
        for (int b = 0; b < blocks.size(); b++) {
            CompiledBlock compiled = blocks.get(b);
            int repetitions = compiled.block().repetitions(steps);
            for (int repetition = 0; repetition < repetitions; repetition++) {
                runStep(compiled, compiled.block().step(repetition, steps));
            }
        }
    }

    private void runStep(CompiledBlock compiled, int t) {
        boolean readByLoss = t == batch.steps() && network.loss().at() == LossSpec.At.LAST;
        for (int i = 0; i < compiled.lines().length; i++) {
            boolean unread = compiled.onlyWithLoss()[i] && !readByLoss;
            if (!unread && !isCut(compiled, i, t)) {
                compiled.run(i, t);
            }
        }
    }

    private boolean isCut(CompiledBlock compiled, int line, int t) {
        return compiled.goesBack()[line]
                && truncation.cuts(t, compiled.block().lines().get(line).direction(), batch.steps());
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

    /** The first non-finite number of the last passes in the order in which the lines wrote them. */
    public Optional<NonFinite> firstNonFinite() {
        return find(forward).or(() -> find(backward));
    }

    private Optional<NonFinite> find(List<CompiledBlock> blocks) {
        NonFiniteSearch search = new NonFiniteSearch(network, memory, batch);
        for (CompiledBlock compiled : blocks) {
            for (int repetition = 0; repetition < compiled.block().repetitions(batch.steps()); repetition++) {
                int t = compiled.block().step(repetition, batch.steps());
                for (ScheduledLine line : compiled.block().lines()) {
                    Optional<NonFinite> found = search.writtenBy(line, t);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
