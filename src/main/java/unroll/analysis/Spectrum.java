package unroll.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.simple.SimpleMatrix;
import unroll.core.model.Parameters;
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
     * Decomposes the blocks of a layer's {@code weight_hh} in the direction →; NaN and infinity in a block make its numbers NaN.
     *
     * @param gates the names of the blocks in order; empty for one unnamed block
     * @param layer from 0
     */
    public static Spectrum of(Parameters parameters, List<String> gates, int layer) {
        Tensor matrix = parameters.tensor("weight_hh_l" + layer);
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < Math.max(1, gates.size()); i++) {
            blocks.add(block(gates.isEmpty() ? "" : gates.get(i), rows(matrix, i)));
        }
        return new Spectrum(blocks);
    }

    /** The largest singular value of a matrix; NaN where it holds a number that is not finite. */
    public static double sigmaMax(Tensor matrix) {
        if (matrix.firstNonFinite() >= 0) {
            return Double.NaN;
        }
        // the singular vectors, which nobody asks for, would take most of the time
        SingularValueDecomposition_F64<DMatrixRMaj> values =
                DecompositionFactory_DDRM.svd(matrix.extent(0), matrix.extent(1), false, false, true);
        if (!values.decompose(simple(matrix).getDDRM())) {
            return Double.NaN;
        }
        return Arrays.stream(values.getSingularValues(), 0, values.numberOfSingularValues())
                .max()
                .orElse(0);
    }

    private static Block block(String gate, Tensor square) {
        if (square.firstNonFinite() >= 0) {
            return new Block(gate, Double.NaN, Double.NaN, Tensor.zeros(0, 2));
        }
        List<Complex_F64> values = simple(square).eig().getEigenvalues();
        double[] parts = new double[2 * values.size()];
        double radius = 0;
        for (int i = 0; i < values.size(); i++) {
            parts[2 * i] = values.get(i).getReal();
            parts[2 * i + 1] = values.get(i).getImaginary();
            radius = Math.max(radius, values.get(i).getMagnitude());
        }
        return new Block(gate, radius, sigmaMax(square), Tensor.of(parts, values.size(), 2));
    }

    private static Tensor rows(Tensor matrix, int block) {
        int size = matrix.extent(1);
        double[] values = new double[size * size];
        matrix.copyTo(block * values.length, values.length, values, 0);
        return Tensor.of(values, size, size);
    }

    private static SimpleMatrix simple(Tensor matrix) {
        return new SimpleMatrix(matrix.extent(0), matrix.extent(1), true, matrix.toArray());
    }
}
