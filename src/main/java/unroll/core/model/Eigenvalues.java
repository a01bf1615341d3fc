package unroll.core.model;

import java.util.Arrays;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues of square matrices in flat arrays. */
final class Eigenvalues {
    private Eigenvalues() {}

    /** The largest magnitude of an eigenvalue, the spectral radius, of the matrix [side, side] that begins at an index. */
    static double largestMagnitude(double[] values, int from, int side) {
        DMatrixRMaj matrix = new DMatrixRMaj(side, side);
        matrix.setData(Arrays.copyOfRange(values, from, from + side * side));
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(side, false);
        if (!decomposition.decompose(matrix)) {
            throw new IllegalStateException("the eigenvalues of a random matrix were not found");
        }
        double largest = 0;
        for (int i = 0; i < decomposition.getNumberOfEigenvalues(); i++) {
            Complex_F64 eigenvalue = decomposition.getEigenvalue(i);
            double real = eigenvalue.getReal();
            double imaginary = eigenvalue.getImaginary();
            largest = Math.max(largest, Math.sqrt(real * real + imaginary * imaginary));
        }
        return largest;
    }
}
