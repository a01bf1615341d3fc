package unroll.core.train;

import java.util.Optional;
import unroll.core.fused.FusedExecution;
import unroll.core.fused.FusedExecution.Purpose;
import unroll.core.kernel.Engine;
import unroll.core.kernel.Kernel;
import unroll.core.model.Batch;
import unroll.core.model.MaskDraw;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.optim.UpdateProgram;
import unroll.core.tensor.Norms;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;

/**
 * Trains a network, one iteration a call, in memory that is allocated once. Two trainers of one setup give the same
 * bits, also when one of them goes on from the other's {@link #checkpoint}.
 */
public final class Trainer {
    /** Above this a square of a derivative, or of a weight that decays, may overflow while the weights stay finite. */
    private static final double SQUARE_MAY_OVERFLOW = 1e150;

    /** Plain descent copies its weights so rarely; what comes between is run again when it is asked for. */
    private static final int REPLAY = 32;

    private final Network network;
    private final ParameterLayout layout;
    private final Pieces pieces;
    private final Regime regime;
    private final RandomStream random = new RandomStream(0);
    private final long seed;
    private final long maskFamily;
    private final Batch batch;
    private final double[] weights;
    private final double[] gradient;
    private final FusedExecution execution;
    private final DivergenceSearch search;
    private final Kernel kernel;
    private final UpdateProgram update;
    private final TensorMeasures measures;
    private final boolean descendsPlainly;
    private final double[] anchor;
    private long anchorIteration;
    private boolean measuring;
    /** ‖w‖ is at most this; NaN if it is not known, or some weight is not finite. */
    private double weightsBound = Double.NaN;

    private boolean keepsWeights = true;
    private long iteration;
    private double loss = Double.NaN;
    private double gradientNorm = Double.NaN;
    private Divergence divergence;

    /** On one thread. */
    public Trainer(TrainingSetup setup) {
        this(setup, Engine.simple());
    }

    /** @param engine decides how fast it is, and no bit of what comes out */
    public Trainer(TrainingSetup setup, Engine engine) {
        this.regime = setup.regime();
        this.seed = setup.batching().seed();
        this.maskFamily = MaskDraw.family(seed);
        this.network = setup.network().withDropout(regime.dropout());
        this.layout = network.parameters();
        this.pieces = new Pieces(setup);
        this.batch = pieces.batch(network);
        this.weights = setup.parameters().toArray();
        this.execution = new FusedExecution(network, batch, weights, Purpose.TRAINING, engine);
        this.gradient = execution.gradient();
        this.search = new DivergenceSearch(network, batch, weights, execution);
        setup.regime().initialState().states(network, batch.rows()).forEach(execution.initialStates()::set);
        this.kernel = engine.kernels().get();
        this.update = new UpdateProgram(setup.rule(), layout, weights, gradient, execution.engine());
        this.descendsPlainly = setup.rule().descendsPlainly() && !regime.carriesStates();
        this.anchor = descendsPlainly ? weights.clone() : new double[0];
        this.measures = new TensorMeasures(layout);
    }

    /**
     * Runs one iteration: the next batch forwards and backwards, then the update.
     *
     * @return false if a number was not finite; the parameters are then those that the iteration began with, and
     *     {@link #divergence} says more
     * @throws IllegalStateException after a divergence
     */
    public boolean step() {
        requireFinite();
        loss = differentiate(iteration);
        gradientNorm = Double.NaN;
        if (!Double.isFinite(loss)) {
            return diverge(search.inVectors().orElse(new Divergence.InTotal("L", loss)));
        }
        double squares = kernel.sumOfSquares(gradient, 0, gradient.length);
        gradientNorm = Norms.euclidean(squares, gradient, 0, gradient.length);
        if (!Double.isFinite(gradientNorm)) {
            return diverge(search.inVectors().orElseGet(() -> search.inGradient(gradientNorm)));
        }
        if (measuring) {
            measures.takeGradient(gradient);
        }
        boolean isModest = gradientNorm <= SQUARE_MAY_OVERFLOW && weightsBound <= SQUARE_MAY_OVERFLOW;
        // Plain descent from modest numbers to infinite ones there is not; where it leads can be found again.
        keepsWeights = measuring || !descendsPlainly || !isModest;
        if (descendsPlainly && iteration % REPLAY == 0) {
            takeAnchor();
        }
        update(keepsWeights || iteration % REPLAY == 0);
        if (keepsWeights && !(isModest && weightsBound <= SQUARE_MAY_OVERFLOW)) {
            Optional<UpdateProgram.NonFinite> found = update.firstNonFinite();
            if (found.isPresent()) {
                System.arraycopy(update.weightsBefore(), 0, weights, 0, weights.length);
                return diverge(new Divergence.InUpdate(found.get()));
            }
        }
        if (measuring) {
            measures.takeUpdate(update.weightsBefore(), weights);
        }
        if (regime.carriesStates()) {
            execution.carryStatesOver();
        }
        iteration++;
        return true;
    }

    /** Between two sums of squares plain descent moves the weights no further than along each gradient. */
    private void update(boolean sumsSquares) {
        update.run(keepsWeights, sumsSquares);
        weightsBound = sumsSquares
                ? Math.sqrt(update.sumOfSquaredWeights())
                : weightsBound + update.learningRate() * gradientNorm;
    }

    private double differentiate(long number) {
        pieces.fill(number, batch);
        prepare(number);
        return execution.differentiate();
    }

    /** The states that an iteration starts from, and what it drops. */
    private void prepare(long number) {
        if (!pieces.goesOn(number)) {
            execution.initialStates().reset();
        }
        if (execution.masks().exist()) {
            random.restart(maskFamily, number);
            execution.masks().draw(random);
        }
    }

    private boolean diverge(Divergence.Place place) {
        execution.clear();
        divergence = new Divergence(iteration + 1, place, lastGood());
        return false;
    }

    /** What the last iteration that went well began with. */
    Parameters lastGood() {
        if (keepsWeights) {
            return Parameters.copyOf(layout, update.weightsBefore());
        }
        double[] present = weights.clone();
        System.arraycopy(anchor, 0, weights, 0, weights.length);
        for (long again = anchorIteration; again < iteration - 1; again++) {
            differentiate(again);
            update.run(false, false);
        }
        Parameters found = parameters();
        System.arraycopy(present, 0, weights, 0, weights.length);
        return found;
    }

    private void takeAnchor() {
        System.arraycopy(weights, 0, anchor, 0, weights.length);
        anchorIteration = iteration;
    }

    private void requireFinite() {
        if (divergence != null) {
            throw new IllegalStateException("training has diverged, " + divergence.plain());
        }
    }

    /**
     * Records what the next {@link #step} computes, up to rounding: its sequences, the states that they start from, and
     * what it drops.
     *
     * @throws IllegalStateException after a divergence
     */
    public Trace recordNext() {
        requireFinite();
        pieces.fill(iteration, batch);
        prepare(iteration);
        Batch next = pieces.batch(network);
        pieces.fill(iteration, next);
        Conditions conditions =
                Conditions.startingFrom(execution.initialStates().next());
        return Recorder.record(network, parameters(), next, conditions.withMasks(new MaskDraw(seed, iteration)));
    }

    /** How many iterations are done. */
    public long iteration() {
        return iteration;
    }

    /** How many times all examples have been seen. */
    public long epoch() {
        return iteration / pieces.iterationsPerEpoch();
    }

    public int iterationsPerEpoch() {
        return pieces.iterationsPerEpoch();
    }

    /** L of the last iteration's batch, before its update; NaN before the first. */
    public double loss() {
        return loss;
    }

    /** ‖g‖ over all parameters in the last iteration, before clipping; NaN before the first. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /** η of the last iteration's update. */
    public double learningRate() {
        return update.learningRate();
    }

    /** Whether the iterations to come measure each tensor, which takes them a little longer. */
    public void measureTensors(boolean wanted) {
        measuring = wanted;
    }

    /** What the last iteration that measured did to each tensor. */
    public TensorMeasures tensorMeasures() {
        return measures;
    }

    /** Why training stopped, if it did. */
    public Optional<Divergence> divergence() {
        return Optional.ofNullable(divergence);
    }

    /** A copy of the present parameters. */
    public Parameters parameters() {
        return Parameters.copyOf(layout, weights);
    }

    /** Measures the present parameters on a set of examples. */
    public Evaluation.Result evaluate(Evaluation evaluation) {
        return evaluation.of(layout, weights);
    }

    /**
     * Where training stands.
     *
     * @throws IllegalStateException after a divergence, when what the optimiser carries may not be finite
     */
    public Checkpoint checkpoint() {
        requireFinite();
        Tensor states = regime.carriesStates() ? execution.initialStates().all() : Tensor.zeros(0);
        return new Checkpoint(iteration, parameters(), update.state(), states);
    }

    /**
     * Goes on from a checkpoint, also after a divergence.
     *
     * @throws IllegalArgumentException if it is one of another network or optimiser
     */
    public void restore(Checkpoint checkpoint) {
        if (!checkpoint.parameters().layout().equals(layout)) {
            throw new IllegalArgumentException("the checkpoint has the parameters "
                    + checkpoint.parameters().layout().names() + ", the network " + layout.names());
        }
        if (regime.carriesStates()) {
            execution.initialStates().setAll(checkpoint.states());
        }
        update.restore(checkpoint.optimizer());
        checkpoint.parameters().values().copyTo(weights, 0);
        System.arraycopy(weights, 0, update.weightsBefore(), 0, weights.length);
        weightsBound = Double.NaN;
        keepsWeights = true;
        iteration = checkpoint.iteration();
        loss = Double.NaN;
        gradientNorm = Double.NaN;
        divergence = null;
        if (descendsPlainly) {
            takeAnchor();
        }
    }
}
