package unroll.analysis;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.simple.SimpleMatrix;
import unroll.core.tensor.Tensor;

/** Between tensors and the library that decomposes matrices. */
final class Matrices {
    private Matrices() {}

    static SimpleMatrix simple(Tensor matrix) {
        return new SimpleMatrix(matrix.extent(0), matrix.extent(1), true, matrix.toArray());
    }

    static Tensor tensor(SimpleMatrix matrix) {
        double[] values = new double[matrix.getNumElements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i / matrix.getNumCols(), i % matrix.getNumCols());
        }
        return Tensor.of(values, matrix.getNumRows(), matrix.getNumCols());
    }

    /**
     * Singular values, largest first; the singular vectors, which would take most of the time, are not computed.
     *
     * @return NaN throughout where the matrix holds a number that is not finite
     */
    static double[] singularValues(SimpleMatrix matrix) {
        int count = Math.min(matrix.getNumRows(), matrix.getNumCols());
        double[] values = new double[count];
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(matrix.getNumRows(), matrix.getNumCols(), false, false, true);
        if (matrix.hasUncountable() || !decomposition.decompose(matrix.getDDRM())) {
            Arrays.fill(values, Double.NaN);
            return values;
        }
        System.arraycopy(decomposition.getSingularValues(), 0, values, 0, count);
        Arrays.sort(values);
        for (int i = 0; i < count / 2; i++) {
            double swapped = values[i];
            values[i] = values[count - 1 - i];
            values[count - 1 - i] = swapped;
        }
        return values;
    }
}
