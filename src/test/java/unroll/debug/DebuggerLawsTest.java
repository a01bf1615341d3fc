package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.Chain;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.MaskDraw;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.model.Truncation;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Conditions;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;

/** What holds for every program, whatever the cell and the sizes. */
class DebuggerLawsTest {
    /** A random network with random numbers and a cursor somewhere in its program. */
    record Session(Network network, Trace trace, Program program, int cursor) {
        Debugger debugger() {
            return new Debugger(program, cursor, List.of());
        }
    }

    @Provide
    Arbitrary<Session> sessions() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 3);
        Arbitrary<Integer> steps = Arbitraries.integers().between(1, 5);
        Arbitrary<Truncation> truncations = Arbitraries.of(Truncation.NONE, new Truncation(1), new Truncation(2));
        Arbitrary<Long> seeds = Arbitraries.longs().between(0, 1_000_000);
        Arbitrary<Double> places = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(outputs(), stacks(), biases(), sizes, steps, truncations, seeds, places)
                .as((output, stack, bias, size, length, truncation, seed, place) -> {
                    Sizes widths = new Sizes(size, 1 + size, 2);
                    Network network = new Network(output.cell(), widths, stack, bias, output.head(), output.loss());
                    Trace trace = trace(network, length, seed, truncation);
                    Program program = new Program(Schedule.of(network), length);
                    return new Session(network, trace, program, (int) Math.round(place * program.size()));
                })
                .withoutEdgeCases();
    }

    private record Output(Cell cell, Head head, LossSpec loss) {}

    private static Arbitrary<Output> outputs() {
        Arbitrary<Cell> cells = Arbitraries.of(
                new Rnn(Activation.TANH),
                new Rnn(Activation.RELU),
                new Rnn(Activation.IDENTITY),
                new Lstm(),
                new Gru(Gru.Reset.AFTER),
                new Gru(Gru.Reset.BEFORE),
                new Concat());
        Arbitrary<LossSpec> linear = Arbitraries.of(
                LossSpec.atLast(LossKind.MSE),
                LossSpec.atLast(LossKind.CROSS_ENTROPY),
                new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM),
                LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN),
                LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.SUM));
        Arbitrary<LossSpec> skip =
                Arbitraries.of(LossSpec.atLast(LossKind.MSE), LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM));
        Arbitrary<LossSpec> softmax =
                Arbitraries.of(LossSpec.atLast(LossKind.NLL), LossSpec.atEvery(LossKind.NLL, LossSpec.OverTime.MEAN));
        return Arbitraries.oneOf(
                Combinators.combine(cells, linear).as((cell, loss) -> new Output(cell, Head.LINEAR, loss)),
                Combinators.combine(cells, skip).as((cell, loss) -> new Output(cell, Head.SKIP_SIGMOID, loss)),
                Combinators.combine(cells, softmax).as((cell, loss) -> new Output(cell, Head.LOG_SOFTMAX, loss)));
    }

    private static Arbitrary<Stack> stacks() {
        Arbitrary<Dropout> dropouts = Arbitraries.of(Dropout.NONE, new Dropout(0.3, 0), new Dropout(0.2, 0.4));
        return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.of(false, true), dropouts)
                .as((layers, both, dropout) -> new Stack(layers, both, false, dropout));
    }

    private static Arbitrary<BiasMode> biases() {
        return Arbitraries.of(BiasMode.values());
    }

    private static Trace trace(Network network, int steps, long seed, Truncation truncation) {
        RandomStream random = new RandomStream(seed);
        double[] weights = new double[network.parameters().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.7 * random.nextNormal();
        }
        Batch batch = new Batch(network, steps, 1);
        for (int t = 1; t <= steps; t++) {
            for (int unit = 0; unit < network.inputSize(); unit++) {
                batch.setInput(t, 0, unit, random.nextNormal());
            }
            if (network.loss().kind().classifies()) {
                batch.setClass(t, 0, random.nextInt(2));
            } else {
                batch.setTarget(t, 0, 0, random.nextNormal());
                batch.setTarget(t, 0, 1, random.nextNormal());
            }
        }
        Parameters parameters = new Parameters(network.parameters(), Tensor.of(weights, weights.length));
        Conditions conditions = Conditions.USUAL.withTruncation(truncation).withMasks(new MaskDraw(seed, 0));
        return Recorder.record(network, parameters, batch, conditions);
    }

    @Property(tries = 200)
    void positionAndIndexAreInverse(@ForAll("sessions") Session session) {
        Program program = session.program();
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < program.size(); index++) {
            Position position = program.at(index);
            assertEquals(index, program.index(position.line(), position.t()).orElseThrow());
            assertTrue(seen.add(position.line().number() + "/" + position.t() + "/"
                    + position.line().chain()));
        }
    }

    @Property(tries = 200)
    void everyLineRunsInListingOrderWithinItsPhase(@ForAll("sessions") Session session) {
        Program program = session.program();
        assertEquals(program.end(Phase.FORWARD), program.start(Phase.BACKWARD));
        assertEquals(program.size(), program.end(Phase.BACKWARD));
        for (int index = 0; index < program.size(); index++) {
            boolean inForward = index < program.end(Phase.FORWARD);
            assertEquals(
                    inForward ? Phase.FORWARD : Phase.BACKWARD,
                    program.at(index).phase());
        }
    }

    @Property(tries = 200)
    void forwardThenBackIsIdentity(@ForAll("sessions") Session session) {
        Debugger debugger = session.debugger();
        if (debugger.cursor() < session.program().size()) {
            assertEquals(debugger, debugger.into().backInto());
        }
        if (debugger.cursor() > 0) {
            assertEquals(debugger, debugger.backInto().into());
        }
        Debugger over = debugger.over();
        boolean wholeStep = debugger.cursor() > 0
                && over.current().isPresent()
                && over.current().get().block()
                        == debugger.current().orElseThrow().block()
                && over.current()
                        .get()
                        .line()
                        .equals(debugger.current().orElseThrow().line());
        if (wholeStep && over.cursor() != debugger.cursor()) {
            assertEquals(debugger, over.backOver());
        }
    }

    @Property(tries = 200)
    void everyCommandMovesOnUntilTheEnd(@ForAll("sessions") Session session) {
        Debugger debugger = session.debugger();
        int size = session.program().size();
        for (Debugger moved : List.of(debugger.into(), debugger.over(), debugger.out(), debugger.run(Stops.NONE))) {
            assertTrue(debugger.cursor() == size ? moved.cursor() == size : moved.cursor() > debugger.cursor());
        }
        for (Debugger moved :
                List.of(debugger.backInto(), debugger.backOver(), debugger.backOut(), debugger.backRun(Stops.NONE))) {
            assertTrue(debugger.cursor() == 0 ? moved.cursor() == 0 : moved.cursor() < debugger.cursor());
        }
    }

    @Property(tries = 200)
    void runStopsAfterTheLineOfABreakpoint(@ForAll("sessions") Session session) {
        int line = 1 + session.cursor() % session.program().schedule().listing().size();
        Stops stops = Stops.of(session.program(), session.trace(), 0, List.of(Breakpoint.onLine(line)));
        Debugger debugger = Debugger.atStart(session.program()).run(stops);
        if (debugger.cursor() < session.program().size()) {
            assertEquals(line, debugger.current().orElseThrow().line().number());
        }
        Debugger back = debugger.moveTo(session.program().size()).backRun(stops);
        if (back.cursor() > 0) {
            assertEquals(line, back.current().orElseThrow().line().number());
        }
    }

    @Property(tries = 100)
    void nothingIsKnownBeforeItsLineHasRun(@ForAll("sessions") Session session) {
        Knowledge knowledge = new Knowledge(session.debugger(), session.trace());
        for (int index = 0; index < session.program().size(); index++) {
            boolean hasRun = index < session.cursor();
            for (Reference written : Dataflow.of(
                            session.network(),
                            session.program().at(index),
                            session.program().steps())
                    .writes()) {
                if (written instanceof Reference.Value value) {
                    assertEquals(hasRun, knowledge.isKnown(value.site(), value.t()), written::id);
                } else if (written instanceof Reference.Gradient gradient && !hasRun) {
                    assertFalse(
                            knowledge
                                    .gradientProgress(gradient.site(), gradient.t())
                                    .isComplete(),
                            written::id);
                }
            }
        }
    }

    @Property(tries = 100)
    void whatARunningLineReadsIsComplete(@ForAll("sessions") Session session) {
        if (session.cursor() == session.program().size()) {
            return;
        }
        Knowledge knowledge = new Knowledge(session.debugger(), session.trace());
        Position next = session.program().at(session.cursor());
        for (Reference read :
                Dataflow.of(session.network(), next, session.program().steps()).reads()) {
            if (read instanceof Reference.Value value) {
                assertTrue(knowledge.isKnown(value.site(), value.t()), read::id);
            } else if (read instanceof Reference.Gradient gradient) {
                assertTrue(
                        knowledge
                                .gradientProgress(gradient.site(), gradient.t())
                                .isComplete(),
                        read::id);
            }
        }
    }

    @Property(tries = 100)
    void incrementsSumToTheTotal(@ForAll("sessions") Session session) {
        Trace trace = session.trace();
        Knowledge atEnd = new Knowledge(session.program(), session.program().size(), trace);
        for (Chain chain : session.network().chains()) {
            for (Quantity state : session.network().cell().states()) {
                Site site = chain.site(state);
                for (int t = atEnd.firstStep(site); t <= atEnd.lastStep(site); t++) {
                    List<Knowledge.Source> sources = atEnd.sources(site, t);
                    double sum = 0;
                    for (Knowledge.Source source : sources) {
                        sum += trace.increment(
                                source.line(),
                                source.runsAt(),
                                0,
                                source.section().from());
                    }
                    assertEquals(trace.gradient(site, t, 0, 0), sum, 0);
                    assertTrue(atEnd.gradientProgress(site, t).isComplete());
                }
            }
        }
    }

    @Property(tries = 100)
    void partialSumsGrowFromNothingToTheTotal(@ForAll("sessions") Session session) {
        Site top = new Site(
                session.network().layers() - 1, session.network().cell().output());
        int last = -1;
        for (int cursor = 0; cursor <= session.program().size(); cursor++) {
            Knowledge knowledge = new Knowledge(session.program(), cursor, session.trace());
            Progress progress = knowledge.gradientProgress(top, session.trace().steps());
            assertTrue(progress.done() >= last);
            assertEquals(
                    progress.isUnknown(),
                    knowledge.gradient(top, session.trace().steps(), 0, 0).isEmpty());
            last = progress.done();
        }
        boolean isReadByHead = session.network().readByHead().equals(top.quantity());
        assertEquals(isReadByHead ? 1 : 0, last, "the last state of the top layer has one source at most: the loss");
    }
}
