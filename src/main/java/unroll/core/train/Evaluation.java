package unroll.core.train;

import java.util.OptionalDouble;
import unroll.core.data.Examples;
import unroll.core.data.Score;
import unroll.core.fused.Engine;
import unroll.core.fused.FusedExecution;
import unroll.core.fused.FusedExecution.Purpose;
import unroll.core.model.Batch;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;

/** Measures a network on a set of examples, a batch at a time, in memory that is allocated once. */
public final class Evaluation {
    /**
     * What was measured, over all outputs that the loss reads.
     *
     * @param loss the mean over the examples
     * @param accuracy the share of right classes; empty where targets are vectors
     * @param meanSquaredError empty where targets are classes
     * @param meanAbsoluteError empty where targets are classes
     */
    public record Result(
            double loss, OptionalDouble accuracy, OptionalDouble meanSquaredError, OptionalDouble meanAbsoluteError) {
        public Score score() {
            return new Score(loss, accuracy);
        }
    }

    private final Network network;
    private final BatchOrder order;
    private final Batch batch;
    private final double[] weights;
    private final FusedExecution execution;
    private double lossSum;
    private double squaredErrors;
    private double absoluteErrors;
    private long rightAnswers;
    private long answers;

    /**
     * Memory for measuring.
     *
     * @param rows how many examples run side by side; the numbers depend on it in their last digits
     */
    public Evaluation(Network network, Examples examples, int rows) {
        this(network, examples, rows, Engine.simple());
    }

    /** As {@link #Evaluation(Network, Examples, int)}, on an engine, which no number depends on. */
    public Evaluation(Network network, Examples examples, int rows, Engine engine) {
        TrainingSetup.requireFit(network, examples);
        this.network = network;
        this.order = new BatchOrder(examples, new Batching(rows, false, 0));
        this.batch = new Batch(network, examples.steps(), order.largestBatch());
        this.weights = new double[network.parameters().size()];
        this.execution = new FusedExecution(network, batch, weights, Purpose.MEASURING, engine);
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
        long examples = 0;
        for (int i = 0; i < order.iterationsPerEpoch(); i++) {
            order.fill(i, batch);
            lossSum += execution.forward() * batch.rows();
            examples += batch.rows();
            compareOutputs();
        }
        return result(lossSum / examples);
    }

    private void reset() {
        lossSum = 0;
        squaredErrors = 0;
        absoluteErrors = 0;
        rightAnswers = 0;
        answers = 0;
    }

    private Result result(double loss) {
        if (network.loss().kind().classifies()) {
            OptionalDouble accuracy = OptionalDouble.of((double) rightAnswers / answers);
            return new Result(loss, accuracy, OptionalDouble.empty(), OptionalDouble.empty());
        }
        OptionalDouble squared = OptionalDouble.of(squaredErrors / answers);
        return new Result(loss, OptionalDouble.empty(), squared, OptionalDouble.of(absoluteErrors / answers));
    }

    private void compareOutputs() {
        boolean classifies = network.loss().kind().classifies();
        for (int t = network.loss().atEveryStep() ? 1 : batch.steps(); t <= batch.steps(); t++) {
            for (int row = 0; row < batch.rows(); row++) {
                if (classifies) {
                    countAnswer(t, row);
                } else {
                    addErrors(t, row);
                }
            }
        }
    }

    private void countAnswer(int t, int row) {
        int largest = 0;
        for (int i = 1; i < network.outputSize(); i++) {
            if (execution.output(t, row, i) > execution.output(t, row, largest)) {
                largest = i;
            }
        }
        rightAnswers += largest == batch.targetClass(t, row) ? 1 : 0;
        answers++;
    }

    private void addErrors(int t, int row) {
        for (int i = 0; i < network.outputSize(); i++) {
            double error = execution.output(t, row, i) - batch.target(t, row, i);
            squaredErrors += error * error;
            absoluteErrors += Math.abs(error);
        }
        answers += network.outputSize();
    }
}
