package unroll.core.tensor;

/**
 * The one source of random numbers: xoshiro256++ (Blackman and Vigna 2019), its state filled from the seed by
 * SplitMix64. Normal numbers come from Marsaglia's polar method with strict arithmetic, so that a seed gives the same
 * bits on every machine.
 *
 * <p>Streams for different purposes are drawn from one seed by {@link #named}, so that, for instance, a longer data set
 * does not change the initial weights.
 */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;
    private double spare;
    private boolean hasSpare;

    public RandomStream(long seed) {
        start(seed);
    }

    private void start(long seed) {
        long state = seed;
        s0 = mix(state += GOLDEN_GAMMA);
        s1 = mix(state += GOLDEN_GAMMA);
        s2 = mix(state += GOLDEN_GAMMA);
        s3 = mix(state + GOLDEN_GAMMA);
        hasSpare = false;
    }

    /** The stream for one purpose under a seed; other purposes have independent streams. */
    public static RandomStream named(long seed, String purpose) {
        return new RandomStream(family(seed, purpose));
    }

    /** A number that stands for one purpose under a seed, from which {@link #restart} makes as many streams as wanted. */
    public static long family(long seed, String purpose) {
        long hash = seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ purpose.charAt(i)) + GOLDEN_GAMMA;
        }
        return hash;
    }

    /** Becomes the stream of a number in a {@link #family}, at its beginning; other numbers have independent streams. */
    public void restart(long family, long number) {
        start(mix(family ^ mix(number + GOLDEN_GAMMA)));
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The next 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** Uniform on [0, 1), in steps of 2⁻⁵³. */
    public double nextUniform() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform on [low, high). */
    public double nextUniform(double low, double high) {
        return low + (high - low) * nextUniform();
    }

    /** Uniform on 0 … bound − 1, without bias. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, not " + bound);
        }
        long limit = Long.divideUnsigned(-1L, bound) * bound;
        long bits = nextLong();
        while (Long.compareUnsigned(bits, limit) >= 0) {
            bits = nextLong();
        }
        return (int) Long.remainderUnsigned(bits, bound);
    }

    /** Standard normal. */
    public double nextNormal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * nextUniform() - 1;
            v = 2 * nextUniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }

    /** Puts the first {@code count} entries into random order (Fisher and Yates). */
    public void shuffle(int[] values, int count) {
        for (int i = count - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
