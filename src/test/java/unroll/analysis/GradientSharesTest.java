package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;
import unroll.plot.ExampleTraces;

class GradientSharesTest {
    static Stream<Trace> traces() {
        LossSpec every = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
        Stream<Trace> drawn = Stream.of(
                ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 2, 4, 2), 8, 1),
                ExampleTraces.trace(ExampleTraces.network(new Lstm(), 2, 3, 2, every), 8, 1),
                ExampleTraces.trace(ExampleTraces.network(new Gru(), 2, 3, 1), 8, 1));
        return Stream.concat(drawn, OracleCase.all().map(OracleCase::trace));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theSharesOfAllStepsSumToTheGradient(Trace trace) {
        for (Entry entry : trace.parameters().layout().entries()) {
            GradientShares shares = GradientShares.of(trace, entry.name());
            List<Integer> every =
                    IntStream.rangeClosed(1, trace.steps()).boxed().toList();
            Tensor whole = trace.parameterGradient(entry.name());
            assertSame(entry.name(), whole, shares.at(every), whole.norm());
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theNormsAreThoseOfTheShares(Trace trace) {
        for (Entry entry : trace.parameters().layout().entries()) {
            GradientShares shares = GradientShares.of(trace, entry.name());
            Tensor norms = shares.norms();
            for (int t = 1; t <= trace.steps(); t += 3) {
                double norm = shares.at(t).norm();
                assertEquals(norm, norms.at(t - 1), 1e-13 * norm, entry.name() + " at " + t);
            }
        }
    }

    private static void assertSame(String name, Tensor expected, Tensor actual, double scale) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.at(i), actual.at(i), 1e-13 * Math.max(scale, 1e-300), name + "[" + i + "]");
        }
    }
}
