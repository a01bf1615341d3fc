package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** Every gradient, of parameters, inputs and initial states, is the slope of the loss, measured by moving the number. */
class FiniteDifferenceTest {
    private static final double STEP = 1e-6;
    private static final int STEPS = 4;
    private static final int ROWS = 2;

    static Stream<Named<Network>> networks() {
        Stream<Network> dropping = RandomNetworks.all().stream()
                .filter(network -> network.layers() == 2)
                .map(network -> network.withDropout(new Dropout(0.4, network.packed() ? 0 : 0.3)));
        return Stream.concat(RandomNetworks.all().stream(), dropping)
                .map(network -> Named.of(RandomNetworks.name(network), network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradientIsTheSlopeOfTheLoss(Network network) {
        RandomStream random = new RandomStream(7);
        Batch batch = RandomNetworks.batch(network, STEPS, ROWS, random);
        double[] weights = RandomNetworks.weights(network, random);
        double[] gradient = new double[weights.length];
        Execution execution = new Execution(new Execution.Binding(network, batch, weights, gradient, Detail.TRAINING));
        RandomNetworks.setInitialStates(execution, random);
        execution.masks().draw(random);
        execution.forward();
        execution.backward();
        for (int i = 0; i < weights.length; i++) {
            int index = i;
            String name = network.parameters().entryAt(i).name() + " entry " + i;
            compare(execution, name, weights[i], value -> weights[index] = value, gradient[i]);
        }
        inputs(execution);
        initialStates(execution);
    }

    private static void inputs(Execution execution) {
        Site x = new Site(0, Quantity.INPUT);
        Batch batch = execution.batch();
        double[] gradients = execution.gradients().get(x).data().clone();
        Buffer inputs = batch.inputs();
        for (int t = 1; t <= STEPS; t++) {
            int step = t;
            for (int row = 0; row < ROWS; row++) {
                int at = inputs.offset(t, row);
                int ofRow = row;
                double gradient = gradients[execution.gradients().get(x).offset(t, row)];
                compare(execution, "x", inputs.data()[at], v -> batch.setInput(step, ofRow, 0, v), gradient);
            }
        }
    }

    private static void initialStates(Execution execution) {
        Network network = execution.network();
        for (Chain chain : network.chains()) {
            for (Quantity state : network.cell().states()) {
                Site site = chain.site(state);
                Buffer gradients = execution.gradients().get(site);
                double[] values = new double[ROWS * network.hiddenSize()];
                int moved = (ROWS - 1) * network.hiddenSize();
                execution.setInitialState(site, Tensor.of(values, ROWS, network.hiddenSize()));
                execution.forward();
                execution.backward();
                int before = chain.direction().initialStep(STEPS);
                double gradient = gradients.data()[gradients.offset(before, ROWS - 1)];
                compare(
                        execution,
                        "initial " + site,
                        0,
                        value -> {
                            values[moved] = value;
                            execution.setInitialState(site, Tensor.of(values, ROWS, network.hiddenSize()));
                        },
                        gradient);
            }
        }
    }

    private static void compare(Execution execution, String name, double held, DoubleConsumer set, double gradient) {
        set.accept(held + STEP);
        double above = execution.forward();
        set.accept(held - STEP);
        double below = execution.forward();
        set.accept(held);
        double tolerance = 2e-8 * Math.max(1, Math.abs(above));
        assertEquals((above - below) / (2 * STEP), gradient, tolerance, name);
    }
}
