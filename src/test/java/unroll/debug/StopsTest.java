package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.measure.Condition;
import unroll.debug.measure.MeasureProblem;

class StopsTest {
    private static final LossSpec LAST = LossSpec.atLast(LossKind.MSE);
    private static final LossSpec EVERY = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);

    private record Case(Network network, Trace trace, Program program, double bound) {
        Stops stops(Breakpoint breakpoint) {
            return Stops.of(program, trace, 0, List.of(breakpoint));
        }
    }

    private static Case of(Network network, int steps, long seed, double bound) {
        RandomStream random = new RandomStream(seed);
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.5 * random.nextNormal();
        }
        Batch batch = new Batch(network, steps, 1);
        for (int t = 1; t <= steps; t++) {
            for (int unit = 0; unit < network.inputSize(); unit++) {
                batch.setInput(t, 0, unit, random.nextNormal());
            }
            batch.setTarget(t, 0, 0, random.nextNormal());
        }
        Parameters parameters = new Parameters(network.parameters(), Tensor.of(weights, weights.length));
        Trace trace = Recorder.record(network, parameters, batch, Map.of());
        return new Case(network, trace, new Program(Schedule.of(network), steps), bound);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Network> networks = Arbitraries.of(EVERY, LAST)
                .flatMap(loss -> Arbitraries.integers()
                        .between(1, 2)
                        .map(layers -> network(new Lstm(), new Sizes(2, 3, 1), layers, loss)));
        return Combinators.combine(
                        networks,
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.longs().between(0, 99),
                        Arbitraries.doubles().between(0, 0.5))
                .as(StopsTest::of);
    }

    /** What the debugger itself would find, line by line, from nothing but what is known at the cursor. */
    @Property(tries = 60)
    void aConditionalStopIsWhereTheConditionHoldsOfWhatIsKnown(@ForAll("cases") Case example) {
        Condition condition = parse("|dh| < " + example.bound());
        for (Schedule.ListedLine line : example.program().schedule().listing()) {
            int[] expected = IntStream.range(0, example.program().size())
                    .filter(index -> example.program().at(index).line().number() == line.number())
                    .filter(index -> holds(example, index))
                    .toArray();
            Breakpoint breakpoint = Breakpoint.onLine(line.number()).withCondition(Optional.of(condition));
            assertArrayEquals(expected, example.stops(breakpoint).hits(breakpoint));
        }
    }

    private static Network network(Cell cell, Sizes sizes, int layers, LossSpec loss) {
        Stack stack = new Stack(layers, false, false, Dropout.NONE);
        return new Network(cell, sizes, stack, BiasMode.SINGLE, Head.LINEAR, loss);
    }

    private static boolean holds(Case example, int index) {
        Position position = example.program().at(index);
        int layer = position.line().layer();
        int read = layer == Site.HEAD ? example.network().layers() - 1 : layer;
        Site h = new Site(read, example.network().cell().output());
        Knowledge knowledge = new Knowledge(example.program(), index + 1, example.trace());
        return knowledge.gradientProgress(h, position.t()).isComplete()
                && example.trace().gradientNorm(h, position.t(), 0) < example.bound();
    }

    /** Without a line, each step stops once: where its number becomes known. */
    @Property(tries = 60)
    void withoutALineEachStepStopsWhereItsNumberBecomesKnown(@ForAll("cases") Case example) {
        Breakpoint breakpoint = Breakpoint.when(parse("|h| > " + example.bound()));
        Network network = example.network();
        int[] expected = IntStream.range(0, example.program().size())
                .filter(index -> {
                    Position position = example.program().at(index);
                    Site h = new Site(position.line().layer(), network.cell().output());
                    return position.line().layer() != Site.HEAD
                            && !new Knowledge(example.program(), index, example.trace()).isKnown(h, position.t())
                            && new Knowledge(example.program(), index + 1, example.trace()).isKnown(h, position.t())
                            && example.trace().valueNorm(h, position.t(), 0) > example.bound();
                })
                .toArray();
        assertArrayEquals(expected, example.stops(breakpoint).hits(breakpoint));
    }

    @Property(tries = 40)
    void runningOnAndBackVisitsEveryHitOnce(@ForAll("cases") Case example) {
        Breakpoint breakpoint = Breakpoint.when(parse("|dc| >= 0"));
        Stops stops = example.stops(breakpoint);
        Debugger debugger = Debugger.atStart(example.program());
        for (int hit : stops.hits(breakpoint)) {
            assertEquals(stops.countBefore(breakpoint, debugger.cursor()), stops.countBefore(breakpoint, hit));
            debugger = debugger.run(stops);
            assertEquals(hit + 1, debugger.cursor());
        }
        assertEquals(example.program().size(), debugger.run(stops).cursor());
        for (int i = stops.hits(breakpoint).length - 2; i >= 0; i--) {
            debugger = debugger.backRun(stops);
            assertEquals(stops.hits(breakpoint)[i] + 1, debugger.cursor());
        }
        assertEquals(0, debugger.backRun(stops).cursor());
    }

    @Test
    void aLayerAndAStepNarrowIt() {
        Network network = network(new Rnn(Activation.TANH), new Sizes(1, 2, 1), 2, LAST);
        Case example = of(network, 5, 3, 0);
        Breakpoint breakpoint = new Breakpoint(2, 4, 2, Optional.empty(), true);
        int[] hits = example.stops(breakpoint).hits(breakpoint);
        assertEquals(1, hits.length);
        Position position = example.program().at(hits[0]);
        assertEquals(4, position.t());
        assertEquals(1, position.line().layer());
    }

    @Test
    void oneStepAgainstAnother() {
        Case example = of(Network.of(new Rnn(Activation.TANH), 1, 3, 1, LAST), 30, 5, 0);
        Breakpoint breakpoint = Breakpoint.when(parse("|dh| < 1e-3 * |dh_T|"));
        int[] hits = example.stops(breakpoint).hits(breakpoint);
        assertTrue(hits.length > 0);
        Site h = new Site(0, example.network().cell().output());
        double last = example.trace().gradientNorm(h, 30, 0);
        long expected = IntStream.rangeClosed(1, 30)
                .filter(t -> example.trace().gradientNorm(h, t, 0) < 1e-3 * last)
                .count();
        assertEquals(expected, hits.length);
    }

    @Test
    void whatIsSwitchedOffIsCountedButDoesNotStop() {
        Case example = of(Network.of(new Rnn(Activation.TANH), 1, 3, 1, LAST), 6, 5, 0);
        Breakpoint off = Breakpoint.onLine(2).withEnabled(false);
        assertEquals(6, example.stops(off).hits(off).length);
        assertTrue(example.stops(off).from(0).isEmpty());
    }

    @Test
    void anUnknownLetterStopsNowhereAndSaysSo() {
        Case example = of(Network.of(new Rnn(Activation.TANH), 1, 3, 1, LAST), 6, 5, 0);
        Breakpoint breakpoint = Breakpoint.when(parse("|f| > 1"));
        Stops stops = example.stops(breakpoint);
        assertEquals(0, stops.hits(breakpoint).length);
        assertTrue(stops.problem(breakpoint).orElseThrow().contains("no f"));
    }

    @Test
    void lossesAndParametersAreMeasured() {
        Case example = of(Network.of(new Rnn(Activation.TANH), 1, 3, 1, EVERY), 6, 5, 0);
        Breakpoint loss = Breakpoint.when(parse("L > 0"));
        Stops stops = example.stops(loss);
        for (int hit : stops.hits(loss)) {
            assertEquals(
                    Schedule.Part.LOSS,
                    example.program().at(hit).line().listed().part());
        }
        assertEquals(6, stops.hits(loss).length);
        Breakpoint gradient = Breakpoint.when(parse("|dweight_hh_l0| > 0"));
        assertEquals(1, example.stops(gradient).hits(gradient).length);
    }

    private static Condition parse(String text) {
        try {
            return Condition.parse(text);
        } catch (MeasureProblem problem) {
            throw new AssertionError(problem);
        }
    }
}
