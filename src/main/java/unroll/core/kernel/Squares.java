package unroll.core.kernel;

import java.util.Arrays;

/** Sums of squares: every 256th square in a sum of its own, for additions to one would wait for each other. */
final class Squares {
    static final int SUMS = 256;

    private final double[] sums = new double[SUMS];
    private int used;

    /** Begins anew, for so many squares; returns the sums to add to, all 0. */
    double[] begin(int length) {
        used = 1;
        while (used < Math.min(length, SUMS)) {
            used *= 2;
        }
        Arrays.fill(sums, 0, used, 0);
        return sums;
    }

    /** The sum of all. */
    double total() {
        for (int half = used / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[half + i];
            }
        }
        return sums[0];
    }
}
