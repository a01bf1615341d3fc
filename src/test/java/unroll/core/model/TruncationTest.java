package unroll.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.op.LossKind;
import unroll.core.tensor.RandomStream;

/** A truncated sequence is its pieces run one after the other, the state carried over and the gradient not. */
class TruncationTest {
    private static final int STEPS = 7;
    private static final int DEPTH = 3;
    private static final LossSpec SUM = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.SUM);

    static Stream<Named<Network>> networks() {
        return RandomNetworks.CELLS.stream()
                .flatMap(cell -> Stream.of(1, 2)
                        .map(layers -> Network.of(cell, 2, 3, 2, SUM).withLayers(layers)))
                .map(network -> Named.of(RandomNetworks.name(network), network));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void piecesMakeTheSameGradient(Network network) {
        RandomStream random = new RandomStream(5);
        Batch whole = RandomNetworks.batch(network, STEPS, 2, random);
        double[] weights = RandomNetworks.weights(network, random);
        Parameters parameters = Parameters.copyOf(network.parameters(), weights);
        Execution truncated = Execution.of(network, parameters, whole, Detail.EVERYTHING);
        truncated.setTruncation(new Truncation(DEPTH));
        double loss = truncated.forward();
        truncated.backward();

        Batch piece = new Batch(network, DEPTH, 2);
        Execution pieces = Execution.of(network, parameters, piece, Detail.TRAINING);
        double[] gradient = new double[weights.length];
        double sum = 0;
        for (int first = 1; first <= STEPS; first += DEPTH) {
            fill(piece, whole, first);
            if (first > 1) {
                pieces.carryStatesOver();
            }
            sum += pieces.forward();
            pieces.backward();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += pieces.gradient()[i];
            }
        }
        assertEquals(sum, loss, 1e-12 * Math.max(1, sum));
        assertArrayEquals(gradient, truncated.gradient(), 1e-11);
        Execution full = Execution.of(network, parameters, whole, Detail.TRAINING);
        full.forward();
        full.backward();
        assertFalse(Arrays.equals(full.gradient(), truncated.gradient()), "truncation changes the gradient");
    }

    private static void fill(Batch piece, Batch whole, int first) {
        int steps = Math.min(DEPTH, STEPS - first + 1);
        piece.resize(steps, 2);
        for (int t = 1; t <= steps; t++) {
            for (int row = 0; row < 2; row++) {
                int from = whole.inputs().offset(first + t - 1, row);
                for (int unit = 0; unit < 2; unit++) {
                    piece.setInput(t, row, unit, whole.inputs().data()[from + unit]);
                    piece.setTarget(t, row, unit, whole.target(first + t - 1, row, unit));
                }
            }
        }
    }

    /** Nothing crosses the pieces' borders, whichever way a layer runs; the initial states still receive theirs. */
    @Test
    void bordersStopBothDirections() {
        Truncation truncation = new Truncation(3);
        assertEquals(
                "4 7",
                String.join(
                        " ",
                        Stream.of(1, 2, 3, 4, 5, 6, 7)
                                .filter(t -> truncation.cuts(t, Direction.FORWARD, 7))
                                .map(String::valueOf)
                                .toList()));
        assertEquals(
                "3 6",
                String.join(
                        " ",
                        Stream.of(1, 2, 3, 4, 5, 6, 7)
                                .filter(t -> truncation.cuts(t, Direction.REVERSE, 7))
                                .map(String::valueOf)
                                .toList()));
        assertFalse(new Truncation(7).cuts(7, Direction.REVERSE, 7));
        assertFalse(Truncation.NONE.cuts(4, Direction.FORWARD, 7));
        assertTrue(new Truncation(1).cuts(2, Direction.FORWARD, 7));
        assertThrows(IllegalArgumentException.class, () -> new Truncation(-1));
    }
}
