package unroll.core.optim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.core.kernel.Engine;
import unroll.core.model.ParameterLayout;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateMemory;
import unroll.core.op.UpdateStage;
import unroll.core.op.UpdateVariable;
import unroll.core.op.UpdateVariable.Lifetime;
import unroll.core.tensor.Tensor;

/**
 * Runs the lines of an update rule on flat arrays of weights and gradient, in place; a whole update at once, or line by
 * line for a debugger. Running allocates nothing.
 */
public final class UpdateProgram {
    /** A number that an update line made and that is not finite; {@code index} counts within the parameter. */
    public record NonFinite(int line, UpdateVariable variable, String parameter, int index, double value) {}

    private final UpdateRule rule;
    private final ParameterLayout layout;
    private final UpdateLine[] lines;
    private final UpdateMemory memory;
    private final List<UpdateStage> stages;
    private final List<UpdateStage> steps;

    /**
     * A program whose optimiser has not run yet, to be run on one thread.
     *
     * @param weights under the layout; shared, and changed by every update
     * @param gradient under the layout; shared, and changed by clipping and by decay
     */
    public UpdateProgram(UpdateRule rule, ParameterLayout layout, double[] weights, double[] gradient) {
        this(rule, layout, weights, gradient, Engine.simple());
    }

    /**
     * A program whose optimiser has not run yet.
     *
     * @param weights under the layout; shared, and changed by every update
     * @param gradient under the layout; shared, and changed by clipping and by decay
     * @param engine decides how fast it is, and no bit of what comes out
     */
    public UpdateProgram(UpdateRule rule, ParameterLayout layout, double[] weights, double[] gradient, Engine engine) {
        this.rule = rule;
        this.layout = layout;
        List<UpdateLine> listed = rule.lines();
        this.lines = listed.toArray(UpdateLine[]::new);
        int[] bounds = new int[layout.entries().size() + 1];
        for (int i = 0; i < layout.entries().size(); i++) {
            bounds[i] = layout.entries().get(i).offset();
        }
        bounds[bounds.length - 1] = layout.size();
        this.memory = new UpdateMemory(bounds, weights, gradient, listed);
        this.stages = UpdateStage.of(memory, listed, engine);
        this.steps = listed.stream()
                .map(line ->
                        UpdateStage.of(memory, List.of(line), Engine.simple()).get(0))
                .toList();
        kept().forEach(each -> Arrays.fill(memory.values(each), rule.optimizer().initialValue(each)));
    }

    public UpdateRule rule() {
        return rule;
    }

    public List<UpdateLine> lines() {
        return List.of(lines);
    }

    /** A whole update. */
    public void run() {
        run(true, true);
    }

    /**
     * A whole update.
     *
     * @param keepsWeights whether {@link #weightsBefore} will be asked for
     * @param sumsSquares whether {@link #sumOfSquaredWeights} will be
     */
    public void run(boolean keepsWeights, boolean sumsSquares) {
        memory.keepWeights(keepsWeights);
        memory.sumSquares(sumsSquares);
        begin();
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).run();
        }
    }

    /** Σ w² of the weights after the last whole update that was to sum them; NaN or infinite if one is, or is too large. */
    public double sumOfSquaredWeights() {
        double sum = 0;
        for (int i = 0; i < stages.size(); i++) {
            sum += stages.get(i).sumOfSquaredWeights();
        }
        return sum;
    }

    /** The weights before the last whole update that was to keep them; working memory. */
    public double[] weightsBefore() {
        return memory.weightsBefore();
    }

    /** Starts an update whose lines are then run one by one: k grows by 1. */
    public void begin() {
        memory.setIteration(memory.iteration() + 1);
    }

    /** Runs one line of the update that was begun. */
    public void run(int line) {
        steps.get(line).run();
    }

    /** k of the last update begun, 0 before the first. */
    public long iteration() {
        return memory.iteration();
    }

    /** η of the last update; of the first before it, if it never changes, else 0. */
    public double learningRate() {
        return rule.optimizer().common().schedule().isConstant()
                ? rule.optimizer().common().learningRate()
                : memory.values(UpdateVariable.RATE)[0];
    }

    /** The variables that the lines name; w and g always. */
    public Set<UpdateVariable> variables() {
        return memory.variables();
    }

    /**
     * A variable's present value for one parameter.
     *
     * @param index within the parameter; any for a scalar variable
     */
    public double value(UpdateVariable variable, ParameterLayout.Entry entry, int index) {
        double[] values = memory.values(variable);
        return values[variable.isScalar() ? layout.entries().indexOf(entry) : entry.offset() + index];
    }

    /** A copy of a variable's present values for one parameter, in its shape; a scalar variable has shape []. */
    public Tensor tensor(UpdateVariable variable, String parameter) {
        ParameterLayout.Entry entry = layout.entry(parameter);
        double[] values = memory.values(variable);
        return variable.isScalar()
                ? Tensor.copyOf(values, layout.entries().indexOf(entry))
                : Tensor.copyOf(values, entry.offset(), entry.shape());
    }

    /** What the optimiser carries on to the next update. */
    public OptimizerState state() {
        Map<UpdateVariable, Tensor> values = new EnumMap<>(UpdateVariable.class);
        kept().forEach(each -> values.put(each, Tensor.of(memory.values(each), layout.size())));
        return new OptimizerState(memory.iteration(), values);
    }

    /**
     * Goes on from a state; weights and gradient stay as they are.
     *
     * @throws IllegalArgumentException if it is the state of another optimiser or of another network
     */
    public void restore(OptimizerState state) {
        state.requireFits(kept(), layout.size());
        state.values().forEach((variable, tensor) -> tensor.copyTo(memory.values(variable), 0));
        memory.setIteration(state.iterations());
    }

    private Set<UpdateVariable> kept() {
        Set<UpdateVariable> kept = memory.variables();
        kept.removeIf(each -> each.lifetime() != Lifetime.KEPT);
        return kept;
    }

    /** The first number that is not finite in what the lines of the last update made, line by line. */
    public Optional<NonFinite> firstNonFinite() {
        for (int line = 0; line < lines.length; line++) {
            UpdateVariable target = lines[line].target();
            double[] values = memory.values(target);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    return Optional.of(nonFinite(line, target, i));
                }
            }
        }
        return Optional.empty();
    }

    private NonFinite nonFinite(int line, UpdateVariable target, int at) {
        ParameterLayout.Entry entry = target.isScalar() ? layout.entries().get(at) : layout.entryAt(at);
        int index = target.isScalar() ? 0 : at - entry.offset();
        return new NonFinite(line, target, entry.name(), index, memory.values(target)[at]);
    }
}
