package unroll.core.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.core.model.ParameterLayout;
import unroll.core.op.UpdateVariable;
import unroll.core.optim.Adam;
import unroll.core.optim.Clipping;
import unroll.core.optim.Common;
import unroll.core.optim.Flavour;
import unroll.core.optim.RateSchedule;
import unroll.core.optim.UpdateProgram;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;
import unroll.oracle.OracleCase;

class UpdateTraceTest {
    private final Trace trace = OracleCase.load("lstm_3-4-2-6-2_ce_all").trace();
    private final UpdateRule rule = new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 0.01), Adam.torch());

    @Test
    void endsWhereTheWholeUpdateEnds() {
        double[] weights = trace.parameters().toArray();
        double[] gradient = trace.parameterGradients().toArray();
        new UpdateProgram(rule, trace.parameters().layout(), weights, gradient).run();
        assertEquals(
                Tensor.of(weights, weights.length),
                UpdateTrace.of(trace, rule, Optional.empty()).updatedWeights());
    }

    @Test
    void keepsEachValueBeforeAndAfterTheLineThatChangesIt() {
        UpdateTrace update = UpdateTrace.of(trace, rule, Optional.empty());
        ParameterLayout.Entry entry = trace.parameters().layout().entry("weight_hh_l0");
        double norm = trace.parameterGradients().norm();
        double before = trace.parameterGradient("weight_hh_l0").at(3);
        assertTrue(update.value(UpdateVariable.NORM, entry, 3, 0).isEmpty(), "not computed before its line");
        assertEquals(norm, update.value(UpdateVariable.NORM, entry, 3, 1).orElseThrow(), 1e-15);
        assertEquals(before, update.value(UpdateVariable.GRADIENT, entry, 3, 1).orElseThrow());
        assertEquals(
                before * Math.min(1, 0.01 / (norm + 1e-6)),
                update.value(UpdateVariable.GRADIENT, entry, 3, 2).orElseThrow(),
                1e-17);
        int last = update.lines().size();
        assertEquals(
                trace.parameters().tensor("weight_hh_l0").at(3),
                update.value(UpdateVariable.WEIGHT, entry, 3, last - 1).orElseThrow());
        assertEquals(
                update.updatedWeights().at(entry.offset() + 3),
                update.value(UpdateVariable.WEIGHT, entry, 3, last).orElseThrow());
    }

    @Test
    void showsTheRateOfTheIterationThatTheOptimiserIsAt() {
        Common common = Adam.torch().common().withSchedule(new RateSchedule(new RateSchedule.Step(10, 0.5), 0));
        UpdateRule stepped = UpdateRule.of(Adam.torch().with(common));
        double[] weights = trace.parameters().toArray();
        UpdateProgram program =
                new UpdateProgram(stepped, trace.parameters().layout(), weights, new double[weights.length]);
        ParameterLayout.Entry entry = trace.parameters().layout().entry("bias_ih_l0");
        assertEquals(0.001, rate(UpdateTrace.of(trace, stepped, Optional.empty()), entry));
        for (int i = 0; i < 20; i++) {
            program.run();
        }
        assertEquals(0.00025, rate(UpdateTrace.of(trace, stepped, Optional.of(program.state())), entry));
    }

    private static double rate(UpdateTrace update, ParameterLayout.Entry entry) {
        return update.value(UpdateVariable.RATE, entry, 0, 1).orElseThrow();
    }
}
