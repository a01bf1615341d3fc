package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.oracle.OracleCase;

/** Contributions and Jacobians agree with the reference. */
class OracleTest {
    static Stream<OracleCase> withContribution() {
        return OracleCase.all().filter(each -> each.json().has("contribution"));
    }

    static Stream<OracleCase> withJacobian() {
        return OracleCase.all().filter(each -> each.json().has("jacobian"));
    }

    @ParameterizedTest
    @MethodSource("withContribution")
    void contributionsAgree(OracleCase oracle) {
        Trace trace = oracle.trace();
        JsonObject expected = oracle.json().getAsJsonObject("contribution");
        for (Quantity state : trace.network().cell().states()) {
            List<Contributions.Row> rows = Contributions.norms(trace, new Site(0, state));
            JsonArray lists = expected.getAsJsonArray(state.id());
            assertEquals(lists.size(), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                assertEquals(
                        expected.getAsJsonArray("k").get(i).getAsInt() + 1,
                        rows.get(i).lossStep());
                assertClose(OracleCase.flat(lists.get(i)), rows.get(i).norms(), oracle.tolerance("grad"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("withJacobian")
    void jacobiansAgree(OracleCase oracle) {
        Trace trace = oracle.trace();
        JsonObject expected = oracle.json().getAsJsonObject("jacobian");
        Jacobians jacobians = Jacobians.of(trace, 0, 0);
        int units = trace.network().hiddenSize();
        boolean hasCellState = trace.network().cell().states().size() > 1;
        for (int t = 1; t <= trace.steps(); t++) {
            assertMatrix(expected, "dh_dh", t, units, jacobians.ofHidden(t), oracle);
            assertSingular(expected, "singular_values", t, units, jacobians.ofHidden(t), oracle);
            if (hasCellState) {
                assertMatrix(expected, "dstate_dstate", t, 2 * units, jacobians.ofState(t), oracle);
                assertSingular(expected, "dstate_singular_values", t, 2 * units, jacobians.ofState(t), oracle);
            }
        }
        assertClose(OracleCase.flat(expected.get("product_2norm")), jacobians.productNorms(), oracle.tolerance("grad"));
    }

    private static void assertMatrix(
            JsonObject expected, String name, int t, int size, Tensor actual, OracleCase oracle) {
        double[] all = OracleCase.flat(expected.get(name));
        double[] step = Arrays.copyOfRange(all, (t - 1) * size * size, t * size * size);
        assertClose(step, actual, oracle.tolerance("grad"));
    }

    private static void assertSingular(
            JsonObject expected, String name, int t, int size, Tensor matrix, OracleCase oracle) {
        double[] all = OracleCase.flat(expected.get(name));
        double[] step = Arrays.copyOfRange(all, (t - 1) * size, t * size);
        assertClose(step, Jacobians.singularValues(matrix), oracle.tolerance("grad"));
    }

    private static void assertClose(double[] expected, Tensor actual, double tolerance) {
        assertEquals(expected.length, actual.size());
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertTrue(
                    Math.abs(expected[i] - actual.at(i)) <= tolerance * largest + 1e-300,
                    "entry " + i + " is " + actual.at(i) + ", expected " + expected[i]);
        }
    }
}
