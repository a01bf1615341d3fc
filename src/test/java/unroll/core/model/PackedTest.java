package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/** A packed batch is its rows run one by one, each as long as it is. */
class PackedTest {
    private static final int STEPS = 7;
    private static final int ROWS = 3;
    private static final LossSpec FINAL =
            new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM);

    static Stream<Named<Network>> networks() {
        return RandomNetworks.all().stream()
                .filter(network -> network.packed() && network.loss().equals(FINAL))
                .map(network -> Named.of(RandomNetworks.name(network), network));
    }

    /** Rows end after 1, 3 and 5 of 7 steps; so the backward direction starts at each row's own last step. */
    @ParameterizedTest
    @MethodSource("networks")
    void rowsCountAsIfAlone(Network network) {
        RandomStream random = new RandomStream(3);
        Batch batch = RandomNetworks.batch(network, STEPS, ROWS, random);
        double[] weights = RandomNetworks.weights(network, random);
        Parameters parameters = Parameters.copyOf(network.parameters(), weights);
        Execution together = Execution.of(network, parameters, batch, Detail.EVERYTHING);
        Tensor[] initial = initialStates(network, random);
        set(together, initial);
        double loss = together.forward();
        together.backward();
        double sum = 0;
        double[] gradient = new double[weights.length];
        for (int row = 0; row < ROWS; row++) {
            Execution alone =
                    Execution.of(network.withPacked(false), parameters, only(network, batch, row), Detail.TRAINING);
            Tensor[] own = new Tensor[initial.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = Tensor.copyOf(initial[i].toArray(), row * network.hiddenSize(), 1, network.hiddenSize());
            }
            set(alone, own);
            sum += alone.forward() / ROWS;
            alone.backward();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += alone.gradient()[i] / ROWS;
            }
            compareStates(together, alone, row);
        }
        assertEquals(sum, loss, 1e-12 * Math.max(1, Math.abs(sum)));
        assertArrayEquals(gradient, together.gradient(), 1e-10);
    }

    private static void compareStates(Execution together, Execution alone, int row) {
        Network network = together.network();
        for (Chain chain : network.chains()) {
            for (Quantity state : network.cell().states()) {
                Site site = chain.site(state);
                Buffer all = together.values().get(site);
                Buffer one = alone.values().get(site);
                for (int t = 1; t <= alone.batch().steps(); t++) {
                    assertEquals(one.data()[one.offset(t, 0)], all.data()[all.offset(t, row)], 1e-12, site + " " + t);
                }
            }
        }
    }

    private static Tensor[] initialStates(Network network, RandomStream random) {
        return network.chains().stream()
                .flatMap(chain -> network.cell().states().stream())
                .map(state -> RandomNetworks.normals(random, ROWS, network.hiddenSize()))
                .toArray(Tensor[]::new);
    }

    private static void set(Execution execution, Tensor[] values) {
        int next = 0;
        for (Chain chain : execution.network().chains()) {
            for (Quantity state : execution.network().cell().states()) {
                execution.setInitialState(chain.site(state), values[next++]);
            }
        }
    }

    private static Batch only(Network network, Batch batch, int row) {
        int steps = batch.length(row);
        Batch alone = new Batch(network.withPacked(false), steps, 1);
        for (int t = 1; t <= steps; t++) {
            for (int unit = 0; unit < network.inputSize(); unit++) {
                alone.setInput(t, 0, unit, batch.inputs().data()[batch.inputs().offset(t, row) + unit]);
            }
        }
        alone.setClass(steps, 0, batch.targetClass(STEPS, row));
        return alone;
    }
}
