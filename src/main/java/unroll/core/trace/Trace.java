package unroll.core.trace;

import java.util.LinkedHashMap;
import java.util.Map;
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
import unroll.core.model.Site;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;

/**
 * Everything that one batch of sequences computed: the value of every vector at every step, the gradient of the loss
 * with respect to each, and what each line added to it. Immutable; reading computes nothing but sums.
 *
 * <p>Time steps count from 1 to T; step 0 of a state is its value before the first. Rows and units count from 0.
 */
public final class Trace {
    private final Network network;
    private final Parameters parameters;
    private final Execution execution;
    private final Map<Site, Tensor> initialStates;
    private final Batch batch;
    private final double loss;

    Trace(Parameters parameters, Execution execution, Map<Site, Tensor> initialStates) {
        this.network = execution.network();
        this.parameters = parameters;
        this.execution = execution;
        this.initialStates = new LinkedHashMap<>(initialStates);
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
        return norm(values(site), t, row, 1);
    }

    /** ‖∂L/∂ the vector‖ over its units, for one row. */
    public double gradientNorm(Site site, int t, int row) {
        return norm(gradients(site), t, row, 1);
    }

    /** ‖∂L/∂ the vector‖ over its units and all rows. */
    public double gradientNorm(Site site, int t) {
        return norm(gradients(site), t, 0, rows());
    }

    /** The norm of what a line alone added at step {@code t}, for one row. */
    public double incrementNorm(ScheduledLine line, int t, int row) {
        return norm(increments(line), t, row, 1);
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

    /** What an adding line alone added for one row; steps are those at which it ran. */
    public Track incrementTrack(ScheduledLine line, int row) {
        return new Track(increments(line), row);
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
        Execution replay = again(parameters);
        replay.forward();
        return replay;
    }

    /** A new execution of the same sequences from the same states, which has not run. */
    public Execution again(Parameters other) {
        Execution again = Execution.of(network, other, batch, Detail.TRAINING);
        initialStates.forEach(again::setInitialState);
        return again;
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
        if (t < 0 || t > steps() || row < 0 || row >= rows() || unit < 0 || unit >= buffer.width()) {
            throw new IndexOutOfBoundsException("step " + t + " of 0 … " + steps() + ", row " + row + " of " + rows()
                    + ", unit " + unit + " of " + buffer.width());
        }
        return buffer.offset(t, row) + unit;
    }

    private double norm(Buffer buffer, int t, int row, int rowCount) {
        return Norms.euclidean(buffer.data(), index(buffer, t, row, 0), rowCount * buffer.width());
    }

    private Tensor slice(Buffer buffer, int firstStep, int lastStep) {
        int count = lastStep - firstStep + 1;
        double[] copy = new double[count * rows() * buffer.width()];
        int length = rows() * buffer.width();
        for (int i = 0; i < count; i++) {
            System.arraycopy(buffer.data(), buffer.offset(firstStep + i, 0), copy, i * length, length);
        }
        return Tensor.of(copy, count, rows(), buffer.width());
    }
}
