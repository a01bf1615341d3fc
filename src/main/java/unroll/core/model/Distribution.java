package unroll.core.model;

import unroll.core.tensor.RandomStream;

/** What a parameter's first values are drawn from. */
public sealed interface Distribution
        permits Distribution.Zeros,
                Distribution.Constant,
                Distribution.Uniform,
                Distribution.Normal,
                Distribution.TorchUniform,
                Distribution.Orthogonal,
                Distribution.Identity,
                Distribution.SpectralRadius,
                VarianceScaling {
    /** The name in files and commands. */
    String id();

    /** In words, with its numbers. */
    String plain();

    /** Whether it can only be drawn for square blocks, which the recurrent matrices have. */
    default boolean needsSquare() {
        return false;
    }

    /** All values of one parameter, row-major. */
    double[] draw(Fan fan, RandomStream random);

    /** All 0. */
    record Zeros() implements Distribution {
        @Override
        public String id() {
            return "zeros";
        }

        @Override
        public String plain() {
            return "0";
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            return new double[fan.size()];
        }
    }

    /** All the same. */
    record Constant(double value) implements Distribution {
        public Constant {
            requireFinite("constant", value);
        }

        @Override
        public String id() {
            return "constant";
        }

        @Override
        public String plain() {
            return String.valueOf(value);
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            return fan.filled(() -> value);
        }
    }

    /** Uniform on [−limit, limit); variance limit²/3. */
    record Uniform(double limit) implements Distribution {
        public Uniform {
            requireNotNegative("limit", limit);
        }

        @Override
        public String id() {
            return "uniform";
        }

        @Override
        public String plain() {
            return "uniform ±" + limit;
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            return fan.filled(() -> random.nextUniform(-limit, limit));
        }
    }

    /** Normal with mean 0. */
    record Normal(double standardDeviation) implements Distribution {
        public Normal {
            requireNotNegative("standard deviation", standardDeviation);
        }

        @Override
        public String id() {
            return "normal";
        }

        @Override
        public String plain() {
            return "N(0, " + standardDeviation + "²)";
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            return fan.filled(() -> standardDeviation * random.nextNormal());
        }
    }

    /** PyTorch's own for layers and heads alike: uniform up to 1/√ the width that {@link Fan#units} tells. */
    record TorchUniform() implements Distribution {
        @Override
        public String id() {
            return "torch-uniform";
        }

        @Override
        public String plain() {
            return "uniform ±1/√n";
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            return new Uniform(1 / Math.sqrt(fan.units())).draw(fan, random);
        }
    }

    /**
     * Orthonormal rows, or columns where there are fewer, times a gain (Saxe, McClelland and Ganguli 2014): all
     * singular values are the gain. As in Keras, the gates of a cell are drawn together as one matrix.
     */
    record Orthogonal(double gain) implements Distribution {
        public Orthogonal {
            requireFinite("gain", gain);
        }

        @Override
        public String id() {
            return "orthogonal";
        }

        @Override
        public String plain() {
            return gain == 1 ? id() : id() + " × " + gain;
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            double[] values = OrthogonalMatrix.draw(fan.rows(), fan.columns(), random);
            for (int i = 0; i < values.length; i++) {
                values[i] *= gain;
            }
            return values;
        }
    }

    /** The gain on the diagonal of each block of rows, 0 elsewhere (Le, Jaitly and Hinton 2015). */
    record Identity(double gain) implements Distribution {
        public Identity {
            requireFinite("gain", gain);
        }

        @Override
        public String id() {
            return "identity";
        }

        @Override
        public String plain() {
            return gain == 1 ? id() : id() + " × " + gain;
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            double[] values = new double[fan.size()];
            int blockRows = fan.rows() / fan.blocks();
            for (int row = 0; row < fan.rows(); row++) {
                int diagonal = row % blockRows;
                if (diagonal < fan.columns()) {
                    values[row * fan.columns() + diagonal] = gain;
                }
            }
            return values;
        }
    }

    /**
     * Normal numbers, each square block of rows scaled until its largest eigenvalue has this magnitude: what an echo
     * state network's memory depends on (Jaeger 2001).
     */
    record SpectralRadius(double radius) implements Distribution {
        public SpectralRadius {
            requireNotNegative("spectral radius", radius);
        }

        @Override
        public String id() {
            return "spectral-radius";
        }

        @Override
        public String plain() {
            return "spectral radius " + radius;
        }

        @Override
        public boolean needsSquare() {
            return true;
        }

        @Override
        public double[] draw(Fan fan, RandomStream random) {
            int side = fan.rows() / fan.blocks();
            if (side != fan.columns()) {
                throw new IllegalArgumentException(
                        "a spectral radius needs square blocks, not " + side + " rows of " + fan.columns());
            }
            double[] values = fan.filled(random::nextNormal);
            for (int block = 0; block < fan.blocks(); block++) {
                int from = block * side * side;
                double factor = radius / Eigenvalues.largestMagnitude(values, from, side);
                for (int i = from; i < from + side * side; i++) {
                    values[i] *= factor;
                }
            }
            return values;
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + name + " must be a finite number, not " + value);
        }
    }

    private static void requireNotNegative(String name, double value) {
        requireFinite(name, value);
        if (value < 0) {
            throw new IllegalArgumentException("the " + name + " must not be negative, but is " + value);
        }
    }
}
