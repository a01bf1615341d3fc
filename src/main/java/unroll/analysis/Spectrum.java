package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.Complex_F64;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.op.Extent;
import unroll.core.tensor.Tensor;

/** Eigenvalues and singular values of a layer's recurrent matrix U, for each of its gates' square blocks. */
public record Spectrum(List<Block> blocks) {
    public Spectrum {
        blocks = List.copyOf(blocks);
    }

    /**
     * One gate's block of U, of shape [H, H].
     *
     * @param gate its name; empty for a cell without gates
     * @param spectralRadius ρ, the largest modulus of an eigenvalue
     * @param sigmaMax the largest singular value
     * @param eigenvalues of shape [H, 2], real and imaginary parts, in no particular order
     */
    public record Block(String gate, double spectralRadius, double sigmaMax, Tensor eigenvalues) {}

    /**
     * Decomposes the blocks of the matrix by which a chain's cell multiplies its state; NaN and infinity in a block make
     * its numbers NaN.
     */
    public static Spectrum of(Network network, Parameters parameters, Chain chain) {
        List<String> gates = network.cell().blocks();
        Tensor matrix = recurrent(network, parameters, chain);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < Math.max(1, gates.size()); i++) {
            blocks.add(block(gates.isEmpty() ? "" : gates.get(i), square(matrix, i, network.hiddenSize())));
        }
        return new Spectrum(blocks);
    }

    /** The matrix whose columns, or the last of them, belong to the state of the step before. */
    private static Tensor recurrent(Network network, Parameters parameters, Chain chain) {
        return network.cell().parameters(network.bias()).stream()
                .filter(shape -> shape.columns() == Extent.HIDDEN || shape.columns() == Extent.JOINED)
                .map(shape -> parameters.tensor(chain.parameterName(shape.name())))
                .findFirst()
                .orElseThrow();
    }

    /** The largest singular value of a matrix; NaN where it holds a number that is not finite. */
    public static double sigmaMax(Tensor matrix) {
        if (matrix.firstNonFinite() >= 0) {
            return Double.NaN;
        }
        double[] values = Matrices.singularValues(Matrices.simple(matrix));
        return values.length == 0 ? 0 : values[0];
    }

    private static Block block(String gate, Tensor square) {
        if (square.firstNonFinite() >= 0) {
            return new Block(gate, Double.NaN, Double.NaN, Tensor.zeros(0, 2));
        }
        List<Complex_F64> values = Matrices.simple(square).eig().getEigenvalues();
        double[] parts = new double[2 * values.size()];
        double radius = 0;
        for (int i = 0; i < values.size(); i++) {
            parts[2 * i] = values.get(i).getReal();
            parts[2 * i + 1] = values.get(i).getImaginary();
            radius = Math.max(radius, values.get(i).getMagnitude());
        }
        return new Block(gate, radius, sigmaMax(square), Tensor.of(parts, values.size(), 2));
    }

    /** The rows of a gate and the last columns. */
    private static Tensor square(Tensor matrix, int block, int size) {
        double[] values = new double[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.at(block * size + i / size, matrix.extent(1) - size + i % size);
        }
        return Tensor.of(values, size, size);
    }
}
