package unroll.core.op;

/**
 * Matrix products on flat row-major arrays, the inner loops of every line. A matrix M has shape [n, k] and starts at
 * {@code mAt}; vectors are contiguous and start at their own offsets.
 */
public final class Dense {
    private Dense() {}

    /** y += M v. */
    public static void addProduct(double[] m, int mAt, int n, int k, double[] v, int vAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            int at = mAt + i * k;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int j = 0;
            for (; j + 3 < k; j += 4) {
                s0 += m[at + j] * v[vAt + j];
                s1 += m[at + j + 1] * v[vAt + j + 1];
                s2 += m[at + j + 2] * v[vAt + j + 2];
                s3 += m[at + j + 3] * v[vAt + j + 3];
            }
            for (; j < k; j++) {
                s0 += m[at + j] * v[vAt + j];
            }
            y[yAt + i] += (s0 + s1) + (s2 + s3);
        }
    }

    /** v += Mᵀ y. */
    public static void addTransposedProduct(
            double[] m, int mAt, int n, int k, double[] y, int yAt, double[] v, int vAt) {
        int i = 0;
        for (; i + 3 < n; i += 4) {
            int at = mAt + i * k;
            double y0 = y[yAt + i];
            double y1 = y[yAt + i + 1];
            double y2 = y[yAt + i + 2];
            double y3 = y[yAt + i + 3];
            for (int j = 0; j < k; j++) {
                v[vAt + j] += (m[at + j] * y0 + m[at + k + j] * y1) + (m[at + 2 * k + j] * y2 + m[at + 3 * k + j] * y3);
            }
        }
        for (; i < n; i++) {
            int at = mAt + i * k;
            double yi = y[yAt + i];
            for (int j = 0; j < k; j++) {
                v[vAt + j] += m[at + j] * yi;
            }
        }
    }

    /** M += y vᵀ. */
    public static void addOuterProduct(double[] m, int mAt, int n, int k, double[] y, int yAt, double[] v, int vAt) {
        for (int i = 0; i < n; i++) {
            double yi = y[yAt + i];
            int at = mAt + i * k;
            for (int j = 0; j < k; j++) {
                m[at + j] += yi * v[vAt + j];
            }
        }
    }
}
