package unroll.core.kernel;

/**
 * Elementwise arithmetic in plain loops, over copies of short pieces: a loop over whole arrays from index 0 on is what the
 * compiler of JDK 17 turns into vector instructions.
 */
final class PlainArithmetic {
    private static final int PIECE = 512;

    private final double[] one = new double[PIECE];
    private final double[] other = new double[PIECE];
    private final Squares squares = new Squares();

    void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u.operand, v.operand, done, count);
            switch (operation) {
                case ADD -> add(u.scale, one, v.scale, other, count);
                case SUBTRACT -> subtract(u.scale, one, v.scale, other, count);
                case MULTIPLY -> multiply(u.scale, one, v.scale, other, count);
                case DIVIDE -> divide(u.scale, one, v.scale, other, count);
                case MAXIMUM -> maximum(u.scale, one, v.scale, other, count);
                case MINIMUM -> minimum(u.scale, one, v.scale, other, count);
            }
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    private void bring(Operand u, Operand v, int done, int count) {
        System.arraycopy(u.data, u.at + done, one, 0, count);
        System.arraycopy(v.data, v.at + done, other, 0, count);
    }

    private static void add(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = a * u[i] + b * v[i];
        }
    }

    private static void subtract(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = a * u[i] - b * v[i];
        }
    }

    private static void multiply(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = (a * u[i]) * (b * v[i]);
        }
    }

    private static void divide(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = (a * u[i]) / (b * v[i]);
        }
    }

    private static void maximum(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = Math.max(a * u[i], b * v[i]);
        }
    }

    private static void minimum(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = Math.min(a * u[i], b * v[i]);
        }
    }

    void addSquare(int length, Scaled u, Scaled v, Operand y) {
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u.operand, v.operand, done, count);
            addSquares(u.scale, one, v.scale, other, count);
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    private static void addSquares(double a, double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = a * u[i] + b * (v[i] * v[i]);
        }
    }

    void addToRoot(int length, Operand u, Scaled v, Operand y) {
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u, v.operand, done, count);
            addToRoots(one, v.scale, other, count);
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    private static void addToRoots(double[] u, double b, double[] v, int length) {
        for (int i = 0; i < length; i++) {
            u[i] = Math.sqrt(u[i]) + b * v[i];
        }
    }

    double sumOfSquares(double[] values, int from, int length) {
        double[] sums = squares.begin(length);
        for (int done = 0; done < length; done += Squares.SUMS) {
            int count = Math.min(Squares.SUMS, length - done);
            System.arraycopy(values, from + done, one, 0, count);
            for (int i = 0; i < count; i++) {
                sums[i] = sums[i] + one[i] * one[i];
            }
        }
        return squares.total();
    }
}
