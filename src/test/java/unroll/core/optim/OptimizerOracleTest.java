package unroll.core.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.google.gson.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The update lines as executed follow PyTorch's and Keras' optimisers step by step. */
class OptimizerOracleTest {
    @ParameterizedTest
    @MethodSource("unroll.core.optim.OptimizerCase#all")
    void weightsAgreeAfterEveryStep(OptimizerCase oracle) {
        double[] weights = oracle.flat(oracle.json(), "W0", "b0");
        double[] gradient = new double[weights.length];
        UpdateProgram program = new UpdateProgram(oracle.rule(), OptimizerCase.LAYOUT, weights, gradient);
        for (JsonObject step : oracle.steps()) {
            System.arraycopy(oracle.flat(step, "grad_W", "grad_b"), 0, gradient, 0, gradient.length);
            program.run();
            String where = oracle + " step " + step.get("step");
            assertArrayEquals(oracle.flat(step, "W", "b"), weights, oracle.tolerance(), where);
        }
    }

    @ParameterizedTest
    @MethodSource("unroll.core.optim.OptimizerCase#all")
    void clippedGradientsAgree(OptimizerCase oracle) {
        Optimizer still = Sgd.plain(Flavour.TORCH, 0);
        UpdateRule rule = new UpdateRule(oracle.rule().clipping(), still);
        double[] gradient = new double[OptimizerCase.LAYOUT.size()];
        UpdateProgram program = new UpdateProgram(rule, OptimizerCase.LAYOUT, new double[gradient.length], gradient);
        for (JsonObject step : oracle.steps()) {
            System.arraycopy(oracle.flat(step, "grad_W", "grad_b"), 0, gradient, 0, gradient.length);
            program.run();
            String prefix = step.has("clipped_W") ? "clipped_" : "grad_";
            assertArrayEquals(oracle.flat(step, prefix + "W", prefix + "b"), gradient, oracle.tolerance());
        }
    }
}
