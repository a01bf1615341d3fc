package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.model.ParameterLayout;
import unroll.core.op.UpdateLine;
import unroll.core.optim.Adagrad;
import unroll.core.optim.Adam;
import unroll.core.optim.AdamW;
import unroll.core.optim.Clipping;
import unroll.core.optim.Flavour;
import unroll.core.optim.RmsProp;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateProgram;
import unroll.core.optim.UpdateRule;
import unroll.core.trace.Trace;
import unroll.core.trace.UpdateTrace;
import unroll.oracle.OracleCase;
import unroll.plot.tex.Formula;

class UpdateInspectionTest {
    private static final Trace TRACE = OracleCase.load("lstm_3-4-2-6-2_ce_all").trace();
    private static final ParameterLayout LAYOUT = TRACE.parameters().layout();

    static Stream<UpdateRule> rules() {
        return Stream.of(
                UpdateRule.of(Sgd.torch()),
                UpdateRule.of(Sgd.torch().withMomentum(0.9)),
                UpdateRule.of(Sgd.keras().withMomentum(0.9).withNesterov(true)),
                UpdateRule.of(RmsProp.torch()),
                UpdateRule.of(RmsProp.keras()),
                UpdateRule.of(Adagrad.torch()),
                UpdateRule.of(AdamW.torch()),
                new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 0.01), Adam.torch()),
                new UpdateRule(new Clipping.TensorNorm(Flavour.KERAS, 0.01), Adam.keras()),
                new UpdateRule(new Clipping.Value(0.001), Adam.torch()));
    }

    /** An update that is not the first: moments are there, and β^k is no longer β. */
    private static UpdateTrace third(UpdateRule rule) {
        double[] weights = TRACE.parameters().toArray();
        UpdateProgram program = new UpdateProgram(
                rule, LAYOUT, weights, TRACE.parameterGradients().toArray());
        program.run();
        program.run();
        return UpdateTrace.of(TRACE, rule, Optional.of(program.state()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theNumbersOfALineGiveWhatItWrote(UpdateRule rule) {
        UpdateTrace update = third(rule);
        assertEquals(3, update.iteration());
        for (int line = 0; line < update.lines().size(); line++) {
            for (ParameterLayout.Entry entry : LAYOUT.entries()) {
                UpdateInspection inspection = UpdateInspection.of(update, line, entry, entry.size() - 1);
                assertEquals(
                        update.lines().get(line) instanceof UpdateLine.Norm,
                        inspection.numbers().isEmpty());
                double after = inspection.change().after();
                inspection.numbers().ifPresent(numbers -> {
                    String plain = numbers.plain(value -> Double.toString(value).replace('E', 'e'));
                    assertEquals(after, Arithmetic.value(plain), 1e-12 * Math.abs(after), plain);
                    numbers.summands()
                            .forEach(summand ->
                                    Formula.parse(summand.tex(Double::toString)).layout(12));
                });
            }
        }
    }

    @Test
    void clippingIsShownOnTheWholeVector() {
        UpdateRule rule = new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, 0.01), Sgd.torch());
        UpdateTrace update = UpdateTrace.of(TRACE, rule, Optional.empty());
        UpdateInspection clip = UpdateInspection.of(update, 1, LAYOUT.entry("weight_hh_l0"), 3);
        UpdateInspection.TensorChange all = clip.tensors().get(clip.tensors().size() - 1);
        assertEquals(UpdateInspection.ALL, all.parameter());
        assertEquals(TRACE.parameterGradients().norm(), all.before().orElseThrow(), 1e-15);
        assertEquals(0.01, all.after(), 1e-6);
        double squares = clip.tensors().stream()
                .limit(LAYOUT.entries().size())
                .mapToDouble(each -> each.after() * each.after())
                .sum();
        assertEquals(all.after(), Math.sqrt(squares), 1e-15);
        assertEquals(
                List.of("θ"),
                clip.hyperparameters().stream()
                        .map(each -> each.letter().plain())
                        .toList());
    }

    @Test
    void nothingIsShownBeforeItsLine() {
        UpdateTrace update = UpdateTrace.of(TRACE, UpdateRule.of(Adam.torch()), Optional.empty());
        UpdateInspection first = UpdateInspection.of(update, 0, LAYOUT.entry("weight_hh_l0"), 3);
        assertTrue(first.values().stream()
                .noneMatch(each -> each.variable().plain().equals("m\u0302")));
        assertEquals(0.0, first.change().before().orElseThrow());
    }
}
