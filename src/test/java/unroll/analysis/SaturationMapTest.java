package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.op.Activation;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class SaturationMapTest {
    private static final Chain ONLY = new Chain(0, Direction.FORWARD);

    private static List<String> ids(SaturationMap map) {
        return map.gates().stream().map(gate -> gate.site().quantity().id()).toList();
    }

    @Test
    void everyActivationOfACellIsMeasured() {
        Trace lstm = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 1), 4, 1);
        assertEquals(List.of("i", "f", "g", "o", "m"), ids(SaturationMap.of(lstm, ONLY, 0)));
        Trace gru = ExampleTraces.trace(ExampleTraces.network(new Gru(), 1, 3, 1), 4, 1);
        assertEquals(List.of("r", "z", "n"), ids(SaturationMap.of(gru, ONLY, 0)));
        Trace linear = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, 3, 1), 4, 1);
        assertTrue(SaturationMap.of(linear, ONLY, 0).gates().isEmpty());
    }

    @Test
    void itCountsTheSameUnitsAsTheInspector() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 1, 20, 1), 15, 4);
        SaturationMap.Gate gate = SaturationMap.of(trace, ONLY, 0).gates().get(0);
        int flat = 0;
        for (int t = 1; t <= 15; t++) {
            int units = Saturation.flatUnits(trace, ONLY, t, 0).orElseThrow();
            assertEquals(units / 20.0, gate.flat(t), 1e-15);
            flat += units;
        }
        assertTrue(flat > 50, "the example is saturated");
        double inFlatBars = gate.slopes().at(0) + gate.slopes().at(1);
        assertEquals(flat / 300.0, inFlatBars, 1e-12, "the flat part is the first tenth of the histogram");
    }

    /** With all weights zero, a gate is what its bias makes it. */
    @Test
    void aGateThatItsBiasClosesIsFlatAtItsLowerEnd() {
        Trace drawn = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 2, 1), 5, 1);
        double[] bias = {-6, -6, 6, 6, 0, 0, 0, 6};
        Trace trace = ExampleTraces.withParameters(
                drawn,
                drawn.parameters()
                        .with("weight_ih_l0", Tensor.zeros(8, 1))
                        .with("weight_hh_l0", Tensor.zeros(8, 2))
                        .with("bias_hh_l0", Tensor.zeros(8))
                        .with("bias_ih_l0", Tensor.of(bias, 8)));
        List<SaturationMap.Gate> gates = SaturationMap.of(trace, ONLY, 0).gates();
        assertEquals(1, gates.get(0).low().at(2));
        assertEquals(0, gates.get(0).high().at(2));
        assertEquals(1, gates.get(1).high().at(2));
        assertEquals(0, gates.get(2).flat(3), "g = tanh(0)");
        assertEquals(1, gates.get(2).slopes().at(SaturationMap.BINS - 1), 1e-12);
        assertEquals(0.5, gates.get(3).high().at(0));
        assertEquals(0.5, gates.get(3).slopes().at(0), 1e-12);
    }
}
