package unroll.core.trace;

import java.util.Optional;
import java.util.Set;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;

/**
 * Everything that one batch of sequences computed: the value of every vector at every step, the gradient of the loss
 * with respect to each, and what each line added to it. Immutable; reading computes nothing but sums, and products unit by
 * unit.
 *
 * <p>Time steps count from 1 to T; step 0 of a state is its value before the first, and in a layer that runs backwards
 * step T + 1. Rows and units count from 0.
 */
public final class Trace {
    private final Network network;
    private final Parameters parameters;
    private final Conditions conditions;
    private final Batch batch;
    private final Kept kept;
    private final double loss;
    private final Tensor stepLosses;
    private final Tensor gradient;
    private final Optional<Execution.NonFinite> firstNonFinite;

    Trace(Parameters parameters, Execution execution, Conditions conditions) {
        this.network = execution.network();
        this.parameters = parameters;
        this.conditions = conditions;
        this.batch = execution.batch();
        this.kept = Kept.of(execution);
        this.loss = execution.loss();
        this.stepLosses = stepLosses(execution, batch.steps());
        this.gradient = Tensor.of(execution.gradient(), execution.gradient().length);
        this.firstNonFinite = execution.firstNonFinite();
    }

    /** Index t. */
    private static Tensor stepLosses(Execution execution, int steps) {
        double[] losses = new double[steps + 1];
        for (int t = 1; t <= steps; t++) {
            losses[t] = execution.stepLoss(t);
        }
        return Tensor.of(losses, losses.length);
    }

    public Network network() {
        return network;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** T. */
    public int steps() {
        return batch.steps();
    }

    public int rows() {
        return batch.rows();
    }

    /** The number of steps of a row that are not padding. */
    public int length(int row) {
        return batch.length(row);
    }

    /** The total loss L. */
    public double loss() {
        return loss;
    }

    /** The loss of one step over all rows, before its weight; 0 at a step that has none. */
    public double stepLoss(int t) {
        return stepLosses.at(t);
    }

    /** Whether the loss reads the output of a step. */
    public boolean hasLossAt(int t) {
        return network.loss().atEveryStep() || t == steps();
    }

    /** The target vector's entry at a step that has a loss. */
    public double target(int t, int row, int unit) {
        return batch.target(t, row, unit);
    }

    /** The target class at a step that has a loss. */
    public int targetClass(int t, int row) {
        return batch.targetClass(t, row);
    }

    /** All vectors that have values. */
    public Set<Site> sites() {
        return kept.values().keySet();
    }

    /** Whether the loss was derived with respect to a vector. */
    public boolean hasGradient(Site site) {
        return kept.gradients().containsKey(site);
    }

    /** The number of units of a vector. */
    public int width(Site site) {
        return values(site).width();
    }

    public double value(Site site, int t, int row, int unit) {
        return at(values(site), t, row, unit);
    }

    /** ∂L/∂ the vector, complete. */
    public double gradient(Site site, int t, int row, int unit) {
        return at(gradients(site), t, row, unit);
    }

    /** The deepest that a gradient goes back through time. */
    public Truncation truncation() {
        return conditions.truncation();
    }

    /** Whether truncation keeps a line from adding anything at step {@code t}. */
    public boolean isCut(ScheduledLine line, int t) {
        return line.goesBack() && truncation().cuts(t, line.direction(), steps());
    }

    /** What an adding line alone added when it ran at step {@code t}, in the units of its target. */
    public double increment(ScheduledLine line, int t, int row, int unit) {
        // What a line adds lies at the step that it ran at, whatever step its target has.
        return at(increments(line), t, row, unit);
    }

    /** Whether a line's own increments are kept apart from the sum that it adds to. */
    public boolean keepsIncrements(ScheduledLine line) {
        return kept.increments().containsKey(line);
    }

    /** The Euclidean norm of a vector over its units, for one row. */
    public double valueNorm(Site site, int t, int row) {
        return norm(values(site), t, row);
    }

    /** ‖∂L/∂ the vector‖ over its units, for one row. */
    public double gradientNorm(Site site, int t, int row) {
        return norm(gradients(site), t, row);
    }

    /** ‖∂L/∂ the vector‖ over its units and all rows. */
    public double gradientNorm(Site site, int t) {
        return norms(gradients(site), t);
    }

    /** The norm of what a line alone added at step {@code t}, for one row. */
    public double incrementNorm(ScheduledLine line, int t, int row) {
        return norm(increments(line), t, row);
    }

    /** The values of a vector for a range of steps, of shape [steps, rows, units]. */
    public Tensor values(Site site, int firstStep, int lastStep) {
        return slice(values(site), firstStep, lastStep);
    }

    /** ∂L/∂ the vector for a range of steps, of shape [steps, rows, units]. */
    public Tensor gradients(Site site, int firstStep, int lastStep) {
        return slice(gradients(site), firstStep, lastStep);
    }

    /** One row's values of a vector over time. */
    public Track valueTrack(Site site, int row) {
        return track(values(site), 0, width(site), row);
    }

    /** One row's ∂L/∂ the vector over time, complete. */
    public Track gradientTrack(Site site, int row) {
        return track(gradients(site), 0, gradients(site).width(), row);
    }

    /**
     * What an adding line alone added for one row to a part of its target; steps are those at which it ran.
     *
     * @param section of the target
     */
    public Track incrementTrack(ScheduledLine line, Section section, int row) {
        return track(increments(line), section.from(), section.width(), row);
    }

    /** ∂L/∂ a parameter, summed over steps and rows. */
    public Tensor parameterGradient(String name) {
        return new Parameters(parameters.layout(), gradient).tensor(name);
    }

    /** ∂L/∂ all parameters, flat under the layout. */
    public Tensor parameterGradients() {
        return gradient;
    }

    /** The first number that is not finite, in the order in which the lines ran. */
    public Optional<Execution.NonFinite> firstNonFinite() {
        return firstNonFinite;
    }

    /** A new execution of the same sequences with the same parameters, forward pass done. */
    public Execution replay() {
        Execution replay = again(parameters);
        replay.forward();
        return replay;
    }

    /** A new execution of the same sequences from the same states, which has not run. */
    public Execution again(Parameters other) {
        Execution again = Execution.of(network, other, batch, Detail.TRAINING);
        conditions.initialStates().forEach(again::setInitialState);
        again.setTruncation(truncation());
        conditions.masks().ifPresent(draw -> draw.into(again.masks()));
        return again;
    }

    private Numbers values(Site site) {
        return known(kept.values().get(site), site);
    }

    private Numbers gradients(Site site) {
        return known(kept.gradients().get(site), site);
    }

    private Numbers increments(ScheduledLine line) {
        return known(kept.increments().get(line), line);
    }

    private static Numbers known(Numbers numbers, Object key) {
        if (numbers == null) {
            throw new IllegalArgumentException("this trace has no " + key);
        }
        return numbers;
    }

    private double at(Numbers numbers, int t, int row, int unit) {
        require(numbers, t, row, unit);
        return numbers.at(t, row, unit);
    }

    private void require(Numbers numbers, int t, int row, int unit) {
        if (t < 0 || t > lastSlot() || row < 0 || row >= rows() || unit < 0 || unit >= numbers.width()) {
            throw new IndexOutOfBoundsException("step " + t + " of 0 … " + lastSlot() + ", row " + row + " of " + rows()
                    + ", unit " + unit + " of " + numbers.width());
        }
    }

    private double norm(Numbers numbers, int t, int row) {
        require(numbers, t, row, 0);
        return numbers.norm(t, row, 0, numbers.width());
    }

    private double norms(Numbers numbers, int t) {
        double[] norms = new double[rows()];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = norm(numbers, t, row);
        }
        return Norms.euclidean(norms, 0, norms.length);
    }

    /** States of a layer that runs backwards have one more step than T. */
    private int lastSlot() {
        return steps() + (network.stack().bidirectional() ? 1 : 0);
    }

    private Track track(Numbers numbers, int from, int width, int row) {
        require(numbers, 0, row, from);
        return new Track(numbers, from, width, row);
    }

    private Tensor slice(Numbers numbers, int firstStep, int lastStep) {
        int count = lastStep - firstStep + 1;
        int width = numbers.width();
        double[] copy = new double[count * rows() * width];
        for (int i = 0; i < copy.length; i++) {
            int vector = Math.floorDiv(i, width);
            copy[i] = at(numbers, firstStep + Math.floorDiv(vector, rows()), vector % rows(), i % width);
        }
        return Tensor.of(copy, count, rows(), width);
    }
}
