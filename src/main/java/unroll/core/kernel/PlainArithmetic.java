package unroll.core.kernel;

/**
 * Elementwise arithmetic in plain loops over arrays that the bare loop variable indexes, which is what the compiler of JDK
 * 17 turns into vector instructions: over the operands where they begin at one index, else over copies of short pieces.
 */
final class PlainArithmetic {
    private static final int PIECE = 512;

    private final double[] one = new double[PIECE];
    private final double[] other = new double[PIECE];
    private final Squares squares = new Squares();

    void combine(Arithmetic operation, int length, Scaled u, Scaled v, Operand y) {
        if (lieAlike(u.operand, v.operand, y)) {
            combine(operation, u.scale, u.operand.data, v.scale, v.operand.data, y.data, y.at, y.at + length);
            return;
        }
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u.operand, v.operand, done, count);
            combine(operation, u.scale, one, v.scale, other, one, 0, count);
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    /** Whether one loop variable can index all three. */
    private static boolean lieAlike(Operand u, Operand v, Operand y) {
        return u.at == y.at && v.at == y.at;
    }

    private static void combine(
            Arithmetic operation, double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        switch (operation) {
            case ADD -> add(a, u, b, v, y, from, end);
            case SUBTRACT -> subtract(a, u, b, v, y, from, end);
            case MULTIPLY -> multiply(a, u, b, v, y, from, end);
            case DIVIDE -> divide(a, u, b, v, y, from, end);
            case MAXIMUM -> maximum(a, u, b, v, y, from, end);
            case MINIMUM -> minimum(a, u, b, v, y, from, end);
        }
    }

    private void bring(Operand u, Operand v, int done, int count) {
        System.arraycopy(u.data, u.at + done, one, 0, count);
        System.arraycopy(v.data, v.at + done, other, 0, count);
    }

    private static void add(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = a * u[i] + b * v[i];
        }
    }

    private static void subtract(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = a * u[i] - b * v[i];
        }
    }

    private static void multiply(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = (a * u[i]) * (b * v[i]);
        }
    }

    private static void divide(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = (a * u[i]) / (b * v[i]);
        }
    }

    private static void maximum(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = Math.max(a * u[i], b * v[i]);
        }
    }

    private static void minimum(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = Math.min(a * u[i], b * v[i]);
        }
    }

    void addSquare(int length, Scaled u, Scaled v, Operand y) {
        if (lieAlike(u.operand, v.operand, y)) {
            addSquares(u.scale, u.operand.data, v.scale, v.operand.data, y.data, y.at, y.at + length);
            return;
        }
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u.operand, v.operand, done, count);
            addSquares(u.scale, one, v.scale, other, one, 0, count);
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    private static void addSquares(double a, double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = a * u[i] + b * (v[i] * v[i]);
        }
    }

    void addToRoot(int length, Operand u, Scaled v, Operand y) {
        if (lieAlike(u, v.operand, y)) {
            addToRoots(u.data, v.scale, v.operand.data, y.data, y.at, y.at + length);
            return;
        }
        for (int done = 0; done < length; done += PIECE) {
            int count = Math.min(PIECE, length - done);
            bring(u, v.operand, done, count);
            addToRoots(one, v.scale, other, one, 0, count);
            System.arraycopy(one, 0, y.data, y.at + done, count);
        }
    }

    private static void addToRoots(double[] u, double b, double[] v, double[] y, int from, int end) {
        for (int i = from; i < end; i++) {
            y[i] = Math.sqrt(u[i]) + b * v[i];
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
