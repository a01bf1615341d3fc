package unroll.core.train;

import java.util.Optional;
import java.util.OptionalDouble;
import unroll.core.data.Examples;
import unroll.core.data.Score;
import unroll.core.fused.FusedExecution;
import unroll.core.fused.FusedExecution.Purpose;
import unroll.core.kernel.Engine;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.tensor.Tensor;

/** Measures a network on a set of examples, a batch at a time, in memory that is allocated once. */
public final class Evaluation {
    /**
     * What was measured, over all outputs that the loss reads.
     *
     * @param loss the mean over the examples, or over their steps where only valid steps count
     * @param classes empty where targets are vectors
     * @param meanSquaredError empty where targets are classes
     * @param meanAbsoluteError empty where targets are classes
     */
    public record Result(
            double loss,
            Optional<RightAnswers> classes,
            OptionalDouble meanSquaredError,
            OptionalDouble meanAbsoluteError) {
        /** The share of right classes; empty where targets are vectors. */
        public OptionalDouble accuracy() {
            return classes.map(answers -> OptionalDouble.of(answers.accuracy())).orElseGet(OptionalDouble::empty);
        }

        public Score score() {
            Optional<Score.Errors> errors = meanSquaredError.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Score.Errors(meanSquaredError.getAsDouble(), meanAbsoluteError.getAsDouble()));
            return new Score(loss, accuracy(), errors);
        }
    }

    /**
     * Shares of right classes.
     *
     * @param accuracy of all answers
     * @param ofSequences the share of sequences in which every answer was right
     * @param byClass the share of right answers where a class was asked for, of shape [O]; NaN for one that never was
     */
    public record RightAnswers(double accuracy, double ofSequences, Tensor byClass) {}

    private final Network network;
    private final Examples examples;
    private final BatchOrder order;
    private final Batch batch;
    private final double[] weights;
    private final FusedExecution execution;
    private final double[] outputs;
    private final AnswerCount count;
    private double lossSum;
    private double squaredErrors;
    private double absoluteErrors;
    private long numbers;

    /**
     * Memory for measuring.
     *
     * @param rows how many examples run side by side; the numbers depend on it in their last digits
     */
    public Evaluation(Network network, Examples examples, int rows) {
        this(network, examples, rows, new InitialState.Zero(), Engine.simple());
    }

    /**
     * Memory for measuring from other states than zero.
     *
     * @param engine which no number depends on
     */
    public Evaluation(Network network, Examples examples, int rows, InitialState initialState, Engine engine) {
        TrainingSetup.requireFit(network, examples);
        this.network = network;
        this.examples = examples;
        boolean oneByOne = !examples.areEquallyLong() && !TrainingSetup.readsUnequalLengths(network);
        this.order = new BatchOrder(examples, new Batching(oneByOne ? 1 : rows, false, 0));
        this.batch = new Batch(network, examples.steps(), order.largestBatch());
        this.weights = new double[network.parameters().size()];
        this.execution = new FusedExecution(network, batch, weights, Purpose.MEASURING, engine);
        this.outputs = new double[network.outputSize()];
        initialState.states(network, batch.rows()).forEach(execution.initialStates()::set);
        this.count = new AnswerCount(network.outputSize());
    }

    public Result of(Parameters parameters) {
        return of(parameters.layout(), parameters.toArray());
    }

    Result of(ParameterLayout layout, double[] values) {
        if (!layout.equals(network.parameters())) {
            throw new IllegalArgumentException("the parameters " + layout.names() + " are not those of the network, "
                    + network.parameters().names());
        }
        System.arraycopy(values, 0, weights, 0, weights.length);
        reset();
        long weightSum = 0;
        for (int i = 0; i < order.iterationsPerEpoch(); i++) {
            order.fill(i, batch);
            int weight = weight();
            lossSum += execution.forward() * weight;
            weightSum += weight;
            compareOutputs();
        }
        return result(lossSum / weightSum);
    }

    /** How much a batch counts: a loss is the mean over its rows, or over their valid steps. */
    private int weight() {
        if (network.loss().overTime() != LossSpec.OverTime.VALID) {
            return batch.rows();
        }
        int steps = 0;
        for (int row = 0; row < batch.rows(); row++) {
            steps += batch.length(row);
        }
        return steps;
    }

    private void reset() {
        lossSum = 0;
        squaredErrors = 0;
        absoluteErrors = 0;
        numbers = 0;
        count.reset();
    }

    private Result result(double loss) {
        if (network.loss().kind().classifies()) {
            RightAnswers answers =
                    new RightAnswers(count.accuracy(), count.sequenceAccuracy(), count.classAccuracies());
            return new Result(loss, Optional.of(answers), OptionalDouble.empty(), OptionalDouble.empty());
        }
        OptionalDouble squared = OptionalDouble.of(squaredErrors / numbers);
        return new Result(loss, Optional.empty(), squared, OptionalDouble.of(absoluteErrors / numbers));
    }

    private void compareOutputs() {
        boolean classifies = network.loss().kind().classifies();
        for (int row = 0; row < batch.rows(); row++) {
            boolean atEveryStep = network.loss().atEveryStep();
            int first = atEveryStep ? 1 : batch.steps();
            int last = atEveryStep ? batch.length(row) : batch.steps();
            if (classifies) {
                countAnswers(row, first, last);
            } else {
                addErrors(row, first, last);
            }
        }
    }

    /** Copies the outputs of a row at a step. */
    private void countAnswers(int row, int first, int last) {
        int example = Math.toIntExact(order.chosen(row));
        boolean isWhole = true;
        for (int t = first; t <= last; t++) {
            execution.copyOutputs(t, row, outputs);
            boolean isRight = examples.targets().isRight(example, t, outputs);
            count.add(batch.targetClass(t, row), isRight);
            isWhole &= isRight;
        }
        count.endSequence(isWhole);
    }

    private void addErrors(int row, int first, int last) {
        for (int t = first; t <= last; t++) {
            execution.copyOutputs(t, row, outputs);
            for (int i = 0; i < outputs.length; i++) {
                double error = outputs[i] - batch.target(t, row, i);
                squaredErrors += error * error;
                absoluteErrors += Math.abs(error);
            }
            numbers += outputs.length;
        }
    }
}
