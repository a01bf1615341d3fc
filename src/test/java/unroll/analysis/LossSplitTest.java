package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;
import unroll.plot.ExampleTraces;

class LossSplitTest {
    private static final int ALL = 1000;

    private static final LossSpec EVERY = LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN);

    static Stream<OracleCase> withContribution() {
        return OracleCase.all().filter(each -> each.json().has("contribution"));
    }

    /** The reference gives norms over the whole batch. */
    @ParameterizedTest
    @MethodSource("withContribution")
    void theRowsTogetherAgreeWithTheReference(OracleCase oracle) {
        Trace trace = oracle.trace();
        List<LossSplit> rows = Stream.iterate(0, row -> row < trace.rows(), row -> row + 1)
                .map(row -> LossSplit.of(trace, row, ALL))
                .toList();
        JsonObject expected = oracle.json().getAsJsonObject("contribution");
        for (Quantity state : trace.network().cell().states()) {
            Site site = new Site(0, state);
            JsonArray lists = expected.getAsJsonArray(state.id());
            for (int k = 0; k < lists.size(); k++) {
                double[] norms = OracleCase.flat(lists.get(k));
                double largest = 0;
                for (double norm : norms) {
                    largest = Math.max(largest, norm);
                }
                for (int t = 1; t <= norms.length; t++) {
                    double square = 0;
                    for (LossSplit split : rows) {
                        square += Math.pow(split.norms().get(site).at(k, t), 2);
                    }
                    assertEquals(norms[t - 1], Math.sqrt(square), oracle.tolerance("grad") * largest + 1e-300);
                }
            }
        }
    }

    static Stream<Network> networks() {
        return Stream.of(
                ExampleTraces.network(new Rnn(Activation.TANH), 2, 4, 1, EVERY),
                ExampleTraces.network(new Rnn(Activation.RELU), 2, 4, 3, EVERY),
                ExampleTraces.network(new Lstm(), 2, 3, 2, EVERY),
                ExampleTraces.network(new Gru(), 2, 3, 2, EVERY),
                ExampleTraces.network(new Gru(), 2, 3, 2));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void goingBackTogetherEqualsGoingBackOneLossAfterTheOther(Network network) {
        Trace trace = ExampleTraces.trace(network, 9, 1.2);
        LossSplit split = LossSplit.of(trace, 0, ALL);
        assertTrue(split.complete());
        for (int layer = 0; layer < network.layers(); layer++) {
            for (Quantity state : network.cell().states()) {
                Site site = new Site(layer, state);
                List<Contributions.Row> rows = Contributions.norms(trace, site);
                assertEquals(rows.stream().map(Contributions.Row::lossStep).toList(), split.lossSteps());
                for (int k = 0; k < rows.size(); k++) {
                    Tensor norms = rows.get(k).norms();
                    for (int t = 1; t <= trace.steps(); t++) {
                        double expected = t <= norms.size() ? norms.at(t - 1) : 0;
                        assertEquals(expected, split.norms().get(site).at(k, t), 1e-14, site + " " + t);
                    }
                }
            }
        }
    }

    @Test
    void aLossAtTheEndAloneIsTheWholeGradient() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 2), 7, 1);
        LossSplit split = LossSplit.of(trace, 0, ALL);
        assertEquals(List.of(7), split.lossSteps());
        split.norms().forEach((site, norms) -> {
            for (int t = 0; t <= 7; t++) {
                assertEquals(trace.gradientNorm(site, t, 0), norms.at(0, t), 1e-15, site + " " + t);
            }
        });
    }

    @Test
    void ofManyLossStepsSomeAreChosenAndTheLastIsOneOfThem() {
        Trace trace = ExampleTraces.trace(networks().toList().get(0), 10, 1);
        LossSplit split = LossSplit.of(trace, 0, 4);
        assertEquals(List.of(2, 5, 7, 10), split.lossSteps());
        assertFalse(split.complete());
    }
}
