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
                VarianceScaling {
    /** The name in files and commands. */
    String id();

    /** All values of one parameter, row-major. */
    double[] draw(Fan fan, RandomStream random);

    /** All 0. */
    record Zeros() implements Distribution {
        @Override
        public String id() {
            return "zeros";
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
