package unroll.core.trace;

import java.util.Optional;
import java.util.Set;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;

/**
 * Everything that one batch of sequences computed: the value of every vector at every step, the gradient of the loss
 * with respect to each, and what each line added to it. Immutable; reading computes nothing but sums.
 *
 * <p>Time steps count from 1 to T; step 0 of a state is its value before the first, and in a layer that runs backwards
 * step T + 1. Rows and units count from 0.
 */
public final class Trace {
    private final Network network;
    private final Parameters parameters;
    private final Execution execution;
    private final Conditions conditions;
    private final Batch batch;
    private final double loss;

    Trace(Parameters parameters, Execution execution, Conditions conditions) {
        this.network = execution.network();
        this.parameters = parameters;
        this.execution = execution;
        this.conditions = conditions;
        this.batch = execution.batch();
        this.loss = execution.loss();
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
        return execution.stepLoss(t);
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
        return execution.values().keySet();
    }

    /** Whether the loss was derived with respect to a vector. */
    public boolean hasGradient(Site site) {
        return execution.gradients().containsKey(site);
    }

    /** The number of units of a vector. */
    public int width(Site site) {
        return values(site).width();
    }

    public double value(Site site, int t, int row, int unit) {
        Buffer buffer = values(site);
        return buffer.data()[index(buffer, t, row, unit)];
    }

    /** ∂L/∂ the vector, complete. */
    public double gradient(Site site, int t, int row, int unit) {
        Buffer buffer = gradients(site);
        return buffer.data()[index(buffer, t, row, unit)];
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
        Buffer buffer = increments(line);
        // The own buffer of a line lies at the step that it ran at, whatever step its target has.
        return buffer.data()[index(buffer, t, row, unit)];
    }

    /** Whether a line's own increments are kept apart from the sum that it adds to. */
    public boolean keepsIncrements(ScheduledLine line) {
        return execution.increments().containsKey(line);
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
        return new Track(values(site), row);
    }

    /** One row's ∂L/∂ the vector over time, complete. */
    public Track gradientTrack(Site site, int row) {
        return new Track(gradients(site), row);
    }

    /**
     * What an adding line alone added for one row to a part of its target; steps are those at which it ran.
     *
     * @param section of the target
     */
    public Track incrementTrack(ScheduledLine line, Section section, int row) {
        return new Track(increments(line).part(section.from(), section.width()), row);
    }

    /** ∂L/∂ a parameter, summed over steps and rows. */
    public Tensor parameterGradient(String name) {
        ParameterLayout.Entry entry = parameters.layout().entry(name);
        return Tensor.copyOf(execution.gradient(), entry.offset(), entry.shape());
    }

    /** ∂L/∂ all parameters, flat under the layout. */
    public Tensor parameterGradients() {
        return Tensor.of(execution.gradient(), execution.gradient().length);
    }

    /** The first number that is not finite, in the order in which the lines ran. */
    public Optional<Execution.NonFinite> firstNonFinite() {
        return execution.firstNonFinite();
    }

    /** A new execution of the same sequences with the same parameters, forward pass done. */
    public Execution replay() {
        Execution replay = Execution.of(network, parameters, batch, Detail.TRAINING);
        conditions.initialStates().forEach(replay::setInitialState);
        replay.setTruncation(truncation());
        replay.masks().copyFrom(execution.masks());
        replay.forward();
        return replay;
    }

    private Buffer values(Site site) {
        return known(execution.values().get(site), site);
    }

    private Buffer gradients(Site site) {
        return known(execution.gradients().get(site), site);
    }

    private Buffer increments(ScheduledLine line) {
        return known(execution.increments().get(line), line);
    }

    private static Buffer known(Buffer buffer, Object key) {
        if (buffer == null) {
            throw new IllegalArgumentException("this trace has no " + key);
        }
        return buffer;
    }

    private int index(Buffer buffer, int t, int row, int unit) {
        if (t < 0 || t > lastSlot() || row < 0 || row >= rows() || unit < 0 || unit >= buffer.width()) {
            throw new IndexOutOfBoundsException("step " + t + " of 0 … " + lastSlot() + ", row " + row + " of " + rows()
                    + ", unit " + unit + " of " + buffer.width());
        }
        return buffer.offset(t, row) + unit;
    }

    private double norm(Buffer buffer, int t, int row) {
        return Norms.euclidean(buffer.data(), index(buffer, t, row, 0), buffer.width());
    }

    private double norms(Buffer buffer, int t) {
        double[] norms = new double[rows()];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = norm(buffer, t, row);
        }
        return Norms.euclidean(norms, 0, norms.length);
    }

    /** States of a layer that runs backwards have one more step than T. */
    private int lastSlot() {
        return steps() + (network.stack().bidirectional() ? 1 : 0);
    }

    private Tensor slice(Buffer buffer, int firstStep, int lastStep) {
        int count = lastStep - firstStep + 1;
        int width = buffer.width();
        double[] copy = new double[count * rows() * width];
        for (int i = 0; i < count * rows(); i++) {
            int at = index(buffer, firstStep + i / rows(), i % rows(), 0);
            System.arraycopy(buffer.data(), at, copy, i * width, width);
        }
        return Tensor.of(copy, count, rows(), width);
    }
}
