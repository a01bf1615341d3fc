package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.plot.ExampleTraces;

class JacobianSpectrumTest {
    /** A linear network, whose Jacobian is its recurrent matrix. */
    private static JacobianSpectrum linear(int steps, double... recurrent) {
        int size = (int) Math.round(Math.sqrt(recurrent.length));
        Network network = ExampleTraces.network(new Rnn(Activation.IDENTITY), 1, size, 1);
        Trace drawn = ExampleTraces.trace(network, steps, 1);
        Trace trace = ExampleTraces.withParameters(
                drawn, drawn.parameters().with("weight_hh_l0", Tensor.of(recurrent, size, size)));
        return JacobianSpectrum.of(Jacobians.of(trace, 0, 0));
    }

    @Test
    void aScaledRotationStretchesEveryDirectionByItsFactorToTheLag() {
        JacobianSpectrum spectrum = linear(12, 0.48, -0.64, 0.64, 0.48);
        assertEquals(12, spectrum.lags().size());
        for (JacobianSpectrum.Lag lag : spectrum.lags()) {
            double closedForm = Math.pow(0.8, lag.lag());
            assertEquals(closedForm, lag.largest(), 1e-14);
            assertEquals(closedForm, lag.singularValues().at(1), 1e-14);
            assertEquals(2, lag.resolved());
        }
    }

    @Test
    void whatRoundingDrownsIsCounted() {
        JacobianSpectrum spectrum = linear(30, 0.5, 0, 0, 2);
        JacobianSpectrum.Lag last = spectrum.lags().get(29);
        assertEquals(Math.pow(2, 30), last.largest(), 1e-3);
        assertEquals(2, spectrum.lags().get(20).resolved());
        assertEquals(1, last.resolved(), "4^-30 is below 2^-52");
    }

    @Test
    void theLargestIsTheNormOfTheProduct() {
        Trace trace = ExampleTraces.trace(ExampleTraces.network(new Lstm(), 1, 3, 2), 8, 1);
        Jacobians jacobians = Jacobians.of(trace, 1, 0);
        Tensor norms = jacobians.productNorms();
        for (JacobianSpectrum.Lag lag : JacobianSpectrum.of(jacobians).lags()) {
            assertEquals(norms.at(8 - lag.lag()), lag.largest(), 1e-14);
            assertEquals(6, lag.singularValues().size());
        }
    }

    @Test
    void ofManyLagsTheLongestIsThere() {
        List<JacobianSpectrum.Lag> lags = linear(150, 0.9).lags();
        assertEquals(JacobianSpectrum.MOST_LAGS, lags.size());
        assertEquals(150, lags.get(lags.size() - 1).lag());
        assertEquals(Math.pow(0.9, 150), lags.get(lags.size() - 1).largest(), 1e-18);
    }

    @ParameterizedTest
    @CsvSource({
        "TANH,     0.8, 0.9,  VANISHES",
        "TANH,     0.8, 1.1,  OPEN",
        "TANH,     1.2, 1.3,  OPEN",
        "SIGMOID,  2.0, 3.9,  VANISHES",
        "SIGMOID,  2.0, 4.1,  OPEN",
        "IDENTITY, 0.9, 1.5,  VANISHES",
        "IDENTITY, 1.1, 1.5,  EXPLODES",
        "IDENTITY, 1.0, 1.5,  OPEN",
        "TANH,     NaN, NaN,  OPEN"
    })
    void theMatrixAloneTellsNoMoreThanFollowsFromIt(
            Activation activation, double radius, double sigmaMax, Outlook.Verdict verdict) {
        Outlook outlook = new Outlook(activation.largestSlope(), activation == Activation.IDENTITY, radius, sigmaMax);
        assertEquals(verdict, outlook.verdict());
    }
}
