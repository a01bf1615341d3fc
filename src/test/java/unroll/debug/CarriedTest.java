package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Network;
import unroll.core.model.Schedule;
import unroll.core.model.Section;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Increment;
import unroll.core.op.Op;
import unroll.core.op.Term;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class CarriedTest {
    private static final int T = 3;
    private static final double TOLERANCE = 1e-14;

    private static Stream<Trace> traces() {
        return Stream.of(
                        new Rnn(Activation.TANH),
                        new Rnn(Activation.SIGMOID),
                        new Rnn(Activation.RELU),
                        new Lstm(),
                        new Gru(),
                        new Gru(Gru.Reset.BEFORE),
                        new Concat())
                .map(cell -> ExampleTraces.network(cell, 2, 3, 1))
                .flatMap(network -> Stream.of(network, network.withLayers(2).inBothDirections()))
                .map(network -> ExampleTraces.trace(network, T, 1.5));
    }

    private static List<Position> positions(Trace trace) {
        Program program = new Program(Schedule.of(trace.network()), T);
        return IntStream.range(0, program.size())
                .mapToObj(program::at)
                .filter(position -> !position.line().chain().isHead())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void allIncrementsOfALineAreWhatItAdded(Trace trace) {
        for (Position position : positions(trace)) {
            if (position.line().line() instanceof VectorLine line) {
                for (VectorRef part : line.increments().stream()
                        .map(Increment::target)
                        .distinct()
                        .toList()) {
                    List<Increment> into = line.increments().stream()
                            .filter(increment -> increment.target().equals(part))
                            .toList();
                    double[] brought = new Carried(trace, position, 0).increments(into);
                    assertArrayEquals(added(trace, position, part, brought.length), brought, TOLERANCE, line.plain());
                }
            }
        }
    }

    /** From the line's own buffer, or where it alone makes the gradient, from that. */
    private static double[] added(Trace trace, Position position, VectorRef part, int width) {
        Network network = trace.network();
        int from = Math.max(0, part.block()) * width;
        if (trace.keepsIncrements(position.line())) {
            return IntStream.range(0, width)
                    .mapToDouble(unit -> trace.increment(position.line(), position.t(), 0, from + unit))
                    .toArray();
        }
        Section section = network.sections(position.line(), part, T).get(0);
        int t = position.t() + section.shift();
        return IntStream.range(0, width)
                .mapToDouble(unit -> trace.gradient(section.site(), t, 0, from + unit))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theProductsOfALineWithoutMatricesSumToWhatItWrote(Trace trace) {
        int seen = 0;
        for (Position position : positions(trace)) {
            boolean products = position.line().line() instanceof Equation equation
                    && equation.op() instanceof Op.Sum sum
                    && sum.terms().stream().allMatch(Term.Elementwise.class::isInstance);
            if (products) {
                Equation equation = (Equation) position.line().line();
                Section written = trace.network()
                        .sections(position.line(), equation.target(), T)
                        .get(0);
                for (int unit = 0; unit < written.width(); unit++) {
                    double sum = 0;
                    for (Term term : ((Op.Sum) equation.op()).terms()) {
                        sum += new Carried(trace, position, 0).product((Term.Elementwise) term)[unit];
                    }
                    assertTrue(
                            Math.abs(sum - trace.value(written.site(), position.t(), 0, unit)) < TOLERANCE,
                            equation.plain());
                }
                seen++;
            }
        }
        boolean gated = !trace.network().cell().blocks().isEmpty();
        assertTrue(!gated || seen > 0);
    }
}
