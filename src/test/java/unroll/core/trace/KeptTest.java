package unroll.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Lstm;
import unroll.core.model.Batch;
import unroll.core.model.Buffer;
import unroll.core.model.Detail;
import unroll.core.model.Dropout;
import unroll.core.model.Execution;
import unroll.core.model.LossSpec;
import unroll.core.model.MaskDraw;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.RandomNetworks;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.model.Truncation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;

/** What a trace computes again has the bits of what it does not keep, and that saves memory. */
class KeptTest {
    private static final int STEPS = 5;
    private static final int ROWS = 2;
    private static final MaskDraw MASKS = new MaskDraw(5, 0);

    private record Run(Network network, Truncation truncation) {}

    static Stream<Named<Run>> runs() {
        List<Network> networks = RandomNetworks.all();
        return IntStream.range(0, networks.size()).mapToObj(i -> {
            Network network = i % 3 == 1 ? networks.get(i).withDropout(new Dropout(0.3, 0.4)) : networks.get(i);
            Truncation truncation = i % 5 < 2 ? new Truncation(2) : Truncation.NONE;
            String name = RandomNetworks.name(network) + (truncation.exists() ? " truncated" : "");
            return Named.of(name, new Run(network, truncation));
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyNumberHasTheBitsThatTheLinesGave(Run run) {
        RandomStream random = new RandomStream(3);
        double[] weights = RandomNetworks.weights(run.network(), random);
        Parameters parameters = Parameters.copyOf(run.network().parameters(), weights);
        Batch batch = RandomNetworks.batch(run.network(), STEPS, ROWS, random);
        Execution whole = Execution.of(run.network(), parameters, batch, Detail.EVERYTHING);
        whole.setTruncation(run.truncation());
        MASKS.into(whole.masks());
        whole.forward();
        whole.backward();
        Conditions conditions = new Conditions(Map.of(), run.truncation(), Optional.of(MASKS));
        Trace trace = Recorder.record(run.network(), parameters, batch, conditions);
        for (Map.Entry<Site, Buffer> each : whole.gradients().entrySet()) {
            compare(each.getKey(), each.getValue(), (t, row, unit) -> trace.gradient(each.getKey(), t, row, unit));
        }
        for (Map.Entry<ScheduledLine, Buffer> each : whole.increments().entrySet()) {
            ScheduledLine line = each.getKey();
            compare(line.plain(), each.getValue(), (t, row, unit) -> trace.increment(line, t, row, unit));
        }
    }

    private interface Reader {
        double at(int t, int row, int unit);
    }

    private static void compare(Object name, Buffer expected, Reader actual) {
        for (int t = 0; t <= STEPS; t++) {
            for (int row = 0; row < ROWS; row++) {
                for (int unit = 0; unit < expected.width(); unit++) {
                    double kept = expected.data()[expected.offset(t, row) + unit];
                    assertEquals(kept, actual.at(t, row, unit), 0.0, name + " at " + t);
                }
            }
        }
    }

    @Test
    void aTrackHasTheNormsOfTheTrace() {
        Network network = Network.of(new Lstm(), 2, 3, 1, LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN));
        Trace trace = trace(network, 6);
        for (Quantity quantity : network.cell().quantities()) {
            Site site = new Site(0, quantity);
            for (int t = 1; t <= 6; t++) {
                double squares = 0;
                for (int unit = 0; unit < trace.width(site); unit++) {
                    squares += Math.pow(trace.gradientTrack(site, 0).at(t, unit), 2);
                }
                assertEquals(Math.sqrt(squares), trace.gradientTrack(site, 0).norm(t), 1e-15, site + " at " + t);
                assertEquals(
                        trace.gradientNorm(site, t, 0),
                        trace.gradientTrack(site, 0).norm(t),
                        0.0);
            }
        }
    }

    private static Trace trace(Network network, int steps) {
        RandomStream random = new RandomStream(3);
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.1 * random.nextNormal();
        }
        Parameters parameters = Parameters.copyOf(network.parameters(), weights);
        Batch batch = new Batch(network, steps, 1);
        for (int t = 1; t <= steps; t++) {
            batch.setInput(t, 0, 0, random.nextNormal());
            batch.setTarget(t, 0, 0, random.nextNormal());
        }
        return Recorder.record(network, parameters, batch, Conditions.USUAL);
    }

    /** A sequence of as many steps as a picture of 28 by 28 pixels. */
    @Test
    void aLongTraceOfAnLstmTakesNoMoreThanTwentyMegabytes() {
        Network network = Network.of(new Lstm(), 1, 128, 10, LossSpec.atLast(LossKind.MSE));
        int count = 4;
        Trace[] traces = new Trace[count + 1];
        traces[count] = trace(network, 784);
        long before = used();
        for (int i = 0; i < count; i++) {
            traces[i] = trace(network, 784);
        }
        double megabytes = (used() - before) / 1e6 / count;
        assertTrue(megabytes <= 20, "a trace takes " + megabytes + " MB");
        assertTrue(Double.isFinite(traces[0].loss() + traces[count].loss()));
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
