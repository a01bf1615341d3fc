package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Chain;
import unroll.core.model.Dropout;
import unroll.core.model.Execution;
import unroll.core.model.MaskDraw;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Parameters;
import unroll.core.model.RandomNetworks;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.op.Quantity;
import unroll.core.tensor.Norms;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;

/** What is measured step by step agrees with whole passes over networks of every structure. */
class StructuresTest {
    private static final int STEPS = 5;
    private static final int ROWS = 3;

    /** Every structure, and every other of them with dropout and with truncation. */
    static Stream<Named<Trace>> traces() {
        List<Network> networks = RandomNetworks.all();
        return IntStream.range(0, networks.size()).mapToObj(i -> {
            Network network = i % 3 == 1 ? networks.get(i).withDropout(new Dropout(0.3, 0.4)) : networks.get(i);
            Truncation truncation = i % 5 < 2 ? new Truncation(2) : Truncation.NONE;
            String name = RandomNetworks.name(network) + (truncation.exists() ? " truncated" : "");
            return Named.of(name, trace(network, truncation));
        });
    }

    private static Trace trace(Network network, Truncation truncation) {
        RandomStream random = new RandomStream(7);
        double[] weights = RandomNetworks.weights(network, random);
        Parameters parameters = Parameters.copyOf(network.parameters(), weights);
        Batch batch = RandomNetworks.batch(network, STEPS, ROWS, random);
        return Recorder.record(
                network, parameters, batch, new Conditions(Map.of(), truncation, Optional.of(new MaskDraw(5, 0))));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void goingBackTogetherEqualsGoingBackOneLossAfterTheOther(Trace trace) {
        Execution replay = trace.replay();
        for (int row = 0; row < ROWS; row++) {
            LossSplit split = LossSplit.of(trace, row, STEPS);
            for (int k = 0; k < split.lossSteps().size(); k++) {
                replay.backward(split.lossSteps().get(k));
                for (Map.Entry<Site, Tensor> part : split.norms().entrySet()) {
                    Buffer buffer = replay.gradients().get(part.getKey());
                    int initial = part.getKey().direction().initialStep(STEPS);
                    for (int t = Math.min(1, initial); t <= Math.max(STEPS, initial); t++) {
                        double norm = Norms.euclidean(buffer.data(), buffer.offset(t, row), buffer.width());
                        assertEquals(norm, part.getValue().at(k, t), 1e-14, part.getKey() + " at " + t + ", " + k);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void sharesSumToTheGradientOfEveryParameter(Trace trace) {
        List<Integer> every = IntStream.rangeClosed(1, STEPS).boxed().toList();
        for (Entry entry : trace.parameters().layout().entries()) {
            Tensor whole = trace.parameterGradient(entry.name());
            Tensor sum = GradientShares.of(trace, entry.name()).at(every);
            for (int i = 0; i < whole.size(); i++) {
                assertEquals(whole.at(i), sum.at(i), 1e-14, entry.name() + "[" + i + "]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theJacobiansOfAllStepsMultipliedTakeAGradientFromTheLastStepToTheFirst(Trace trace) {
        Network network = trace.network();
        int top = network.layers() - 1;
        Execution replay = trace.replay();
        for (Chain chain :
                network.chains().stream().filter(each -> each.layer() == top).toList()) {
            RandomStream random = new RandomStream(11);
            Map<Site, Tensor> seeds = new LinkedHashMap<>();
            for (Quantity state : network.cell().states()) {
                double[] seed = new double[ROWS * network.hiddenSize()];
                for (int i = 0; i < seed.length; i++) {
                    seed[i] = random.nextNormal();
                }
                seeds.put(chain.site(state), Tensor.of(seed, ROWS, network.hiddenSize()));
            }
            replay.pullBack(seeds);
            for (int row = 0; row < ROWS; row++) {
                SimpleMatrix gradient = stacked(seeds.values().stream().toList(), row);
                Jacobians jacobians = Jacobians.of(trace, chain, row);
                for (int lag = 1; lag <= STEPS; lag++) {
                    gradient = gradient.mult(Matrices.simple(jacobians.atLag(lag)));
                }
                assertEquals(pulledBack(replay, chain, row).minus(gradient).normF(), 0, 1e-13, chain + " row " + row);
            }
        }
    }

    private static SimpleMatrix stacked(List<Tensor> states, int row) {
        int units = states.get(0).extent(1);
        SimpleMatrix stacked = new SimpleMatrix(1, states.size() * units);
        for (int i = 0; i < stacked.getNumCols(); i++) {
            stacked.set(0, i, states.get(i / units).at(row, i % units));
        }
        return stacked;
    }

    private static SimpleMatrix pulledBack(Execution replay, Chain chain, int row) {
        Network network = replay.network();
        int units = network.hiddenSize();
        List<Quantity> states = network.cell().states();
        SimpleMatrix gradient = new SimpleMatrix(1, states.size() * units);
        for (int i = 0; i < gradient.getNumCols(); i++) {
            Buffer buffer = replay.gradients().get(chain.site(states.get(i / units)));
            int at = buffer.offset(chain.direction().initialStep(STEPS), row);
            gradient.set(0, i, buffer.data()[at + i % units]);
        }
        return gradient;
    }
}
