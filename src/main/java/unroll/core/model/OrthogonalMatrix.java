package unroll.core.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import unroll.core.tensor.RandomStream;

/** Random matrices with orthonormal rows or columns, uniformly distributed (Mezzadri 2007). */
final class OrthogonalMatrix {
    private OrthogonalMatrix() {}

    /**
     * A matrix [rows, columns], row-major: Q of the QR decomposition of normal numbers, transposed if there are fewer
     * rows than columns.
     */
    static double[] draw(int rows, int columns, RandomStream random) {
        int tall = Math.max(rows, columns);
        int wide = Math.min(rows, columns);
        DMatrixRMaj normal = new DMatrixRMaj(tall, wide);
        for (int i = 0; i < normal.getNumElements(); i++) {
            normal.set(i, random.nextNormal());
        }
        QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(tall, wide);
        if (!decomposition.decompose(normal)) {
            throw new IllegalStateException("the QR decomposition of a random matrix failed");
        }
        DMatrixRMaj q = decomposition.getQ(null, true);
        DMatrixRMaj r = decomposition.getR(null, true);
        double[] values = new double[rows * columns];
        for (int i = 0; i < tall; i++) {
            for (int j = 0; j < wide; j++) {
                // Q and R are unique, and Q uniform, only once the diagonal of R has no free signs.
                double value = r.get(j, j) < 0 ? -q.get(i, j) : q.get(i, j);
                values[rows >= columns ? i * columns + j : j * columns + i] = value;
            }
        }
        return values;
    }
}
