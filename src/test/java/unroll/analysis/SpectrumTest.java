package unroll.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Rnn;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.op.Activation;
import unroll.core.tensor.Tensor;
import unroll.plot.ExampleTraces;

class SpectrumTest {
    private static final Chain ONLY = new Chain(0, Direction.FORWARD);

    private static Spectrum.Block only(double... matrix) {
        int size = (int) Math.round(Math.sqrt(matrix.length));
        Network network = ExampleTraces.network(new Rnn(Activation.TANH), 1, size, 1);
        Parameters parameters =
                ExampleTraces.trace(network, 1, 1).parameters().with("weight_hh_l0", Tensor.of(matrix, size, size));
        Spectrum spectrum = Spectrum.of(network, parameters, ONLY);
        assertEquals(1, spectrum.blocks().size());
        return spectrum.blocks().get(0);
    }

    @Test
    void aDiagonalMatrixShowsItsEntries() {
        Spectrum.Block block = only(0.5, 0, 0, -3);
        assertEquals(3, block.spectralRadius(), 1e-14);
        assertEquals(3, block.sigmaMax(), 1e-14);
        assertEquals("", block.gate());
    }

    @Test
    void aRotationHasComplexEigenvalues() {
        Spectrum.Block block = only(0, -2, 2, 0);
        assertEquals(2, block.spectralRadius(), 1e-14);
        assertEquals(2, block.sigmaMax(), 1e-14);
        assertEquals(2, Math.abs(block.eigenvalues().at(0, 1)), 1e-14);
        assertEquals(0, block.eigenvalues().at(0, 0), 1e-14);
    }

    @Test
    void aShearStretchesMoreThanItsEigenvaluesTell() {
        Spectrum.Block block = only(1, 5, 0, 1);
        assertEquals(1, block.spectralRadius(), 1e-7);
        assertEquals((5 + Math.sqrt(29)) / 2, block.sigmaMax(), 1e-14);
    }

    @Test
    void eachGateHasItsOwnBlock() {
        Network network = ExampleTraces.network(new Gru(), 1, 2, 1);
        double[] matrix = {1, 0, 0, 1, 4, 0, 0, 4, 9, 0, 0, -9};
        Parameters parameters =
                ExampleTraces.trace(network, 1, 1).parameters().with("weight_hh_l0", Tensor.of(matrix, 6, 2));
        List<Spectrum.Block> blocks = Spectrum.of(network, parameters, ONLY).blocks();
        assertEquals(
                List.of("r", "z", "n"),
                blocks.stream().map(Spectrum.Block::gate).toList());
        assertEquals(
                List.of(1.0, 4.0, 9.0),
                blocks.stream()
                        .map(block -> (double) Math.round(block.sigmaMax()))
                        .toList());
    }

    @Test
    void theConcatCellMultipliesItsStateByTheLastColumns() {
        Network network = ExampleTraces.network(new Concat(), 1, 2, 1);
        Tensor joined = Tensor.of(new double[] {100, 0, 3, 100, -3, 0}, 2, 3);
        Parameters parameters = ExampleTraces.trace(network, 1, 1).parameters().with("i2h.weight", joined);
        Spectrum.Block block = Spectrum.of(network, parameters, ONLY).blocks().get(0);
        assertEquals(3, block.sigmaMax(), 1e-14);
        assertEquals(3, Math.abs(block.eigenvalues().at(0, 1)), 1e-14);
    }

    @Test
    void numbersThatAreNotFiniteGiveNaN() {
        Spectrum.Block block = only(1, Double.NaN, 0, 1);
        assertTrue(Double.isNaN(block.spectralRadius()) && Double.isNaN(block.sigmaMax()));
        assertTrue(Double.isNaN(Spectrum.sigmaMax(Tensor.of(new double[] {Double.POSITIVE_INFINITY}, 1, 1))));
    }
}
