package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

/** Whole vectors tell the same as single questions, at every cursor. */
class KnownVectorTest {
    private static final int STEPS = 3;

    private static final LossSpec EVERY = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
    private static final LossSpec FINAL =
            new LossSpec(LossKind.CROSS_ENTROPY, LossSpec.At.FINAL_STATE, LossSpec.OverTime.SUM);

    static Stream<Trace> traces() {
        return Stream.of(
                        ExampleTraces.network(new Rnn(Activation.TANH), 1, 2, 1),
                        ExampleTraces.network(new Lstm(), 2, 2, 2, EVERY),
                        ExampleTraces.network(new Gru(), 1, 2, 2, FINAL))
                .map(network -> ExampleTraces.trace(network, STEPS, 1));
    }

    private static Stream<Knowledge> everyCursor(Trace trace) {
        Program program = new Program(Schedule.of(trace.network()), trace.steps());
        return Stream.iterate(0, cursor -> cursor <= program.size(), cursor -> cursor + 1)
                .map(cursor -> new Knowledge(program, cursor, trace));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void valuesAreThoseOfSingleQuestions(Trace trace) {
        everyCursor(trace)
                .forEach(knowledge -> trace.sites().forEach(site -> {
                    KnownVector vector = knowledge.values(site, 0);
                    for (int t = 1; t <= STEPS; t++) {
                        assertEquals(knowledge.exists(site, t), vector.completeness(t) != Completeness.ABSENT);
                        assertEquals(knowledge.isKnown(site, t), vector.isKnown(t));
                        for (int unit = 0; unit < vector.units(); unit++) {
                            assertEquals(knowledge.value(site, t, 0, unit), at(vector, t, unit));
                        }
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void gradientsAreThoseOfSingleQuestions(Trace trace) {
        everyCursor(trace)
                .forEach(knowledge -> trace.sites().forEach(site -> {
                    KnownVector vector = knowledge.gradients(site, 0);
                    for (int t = 1; t <= STEPS; t++) {
                        if (knowledge.exists(site, t)) {
                            assertEquals(Optional.of(knowledge.gradientProgress(site, t)), vector.progress(t));
                            for (int unit = 0; unit < vector.units(); unit++) {
                                assertEquals(knowledge.gradient(site, t, 0, unit), at(vector, t, unit));
                            }
                        }
                    }
                }));
    }

    private static Optional<Double> at(KnownVector vector, int t, int unit) {
        return vector.isKnown(t) ? Optional.of(vector.at(t, unit)) : Optional.empty();
    }

    @Test
    void onlyStatesHaveAStepZero() {
        Trace trace = traces().toList().get(1);
        Knowledge knowledge = ExampleTraces.at(trace, 1);
        trace.sites().forEach(site -> {
            boolean state = site.quantity().carried();
            Completeness expected = state ? Completeness.COMPLETE : Completeness.ABSENT;
            assertEquals(expected, knowledge.values(site, 0).completeness(0), site.toString());
            assertEquals(expected, knowledge.gradients(site, 0).completeness(0), site.toString());
        });
    }

    @Test
    void whatAllReadersSendBackIsTheGradient() {
        Trace trace = traces().toList().get(1);
        Network network = trace.network();
        Site lower = new Site(0, network.cell().output());
        Site upper = new Site(1, network.cell().output());
        everyCursor(trace).forEach(knowledge -> {
            assertSum(
                    knowledge.gradients(lower, 0),
                    List.of(
                            knowledge.sentBack(lower, lower.chain(), 1, 0),
                            knowledge.sentBack(lower, upper.chain(), 0, 0)));
            assertSum(
                    knowledge.gradients(upper, 0),
                    List.of(
                            knowledge.sentBack(upper, upper.chain(), 1, 0),
                            knowledge.sentBack(upper, Chain.HEAD, 0, 0)));
        });
    }

    private static void assertSum(KnownVector whole, List<KnownVector> parts) {
        for (int t = 0; t <= STEPS; t++) {
            for (int unit = 0; unit < whole.units(); unit++) {
                double sum = 0;
                for (KnownVector part : parts) {
                    sum += at(part, t, unit).orElse(0.0);
                }
                assertEquals(at(whole, t, unit).orElse(0.0), sum, 1e-15);
            }
        }
    }

    @Test
    void theLossSendsBackTheGradientOfTheOutput() {
        Trace trace = traces().toList().get(0);
        Site y = Site.head(Quantity.LOGITS);
        Program program = new Program(Schedule.of(trace.network()), STEPS);
        Knowledge before = new Knowledge(program, program.start(Phase.BACKWARD), trace);
        Knowledge after = new Knowledge(program, program.start(Phase.BACKWARD) + 1, trace);
        assertEquals(Completeness.UNKNOWN, before.sentBack(y, Chain.HEAD, 0, 0).completeness(STEPS));
        assertEquals(
                trace.gradientNorm(y, STEPS, 0),
                after.sentBack(y, Chain.HEAD, 0, 0).norm(STEPS));
        assertEquals(Completeness.ABSENT, after.sentBack(y, Chain.HEAD, 0, 0).completeness(1));
    }

    @Test
    void whatIsNotKnownIsNotGivenOut() {
        Trace trace = traces().toList().get(0);
        Site h = new Site(0, trace.network().cell().output());
        KnownVector vector = ExampleTraces.at(trace, 0).values(h, 0);
        assertThrows(IllegalStateException.class, () -> vector.at(1, 0));
        assertThrows(IllegalStateException.class, () -> vector.norm(1));
        assertThrows(IndexOutOfBoundsException.class, () -> trace.valueTrack(h, 1));
    }
}
