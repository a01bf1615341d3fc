package unroll.core.kernel;

/** What a kernel does with two arrays element by element; all are exact to the last bit wherever they are computed. */
public enum Arithmetic {
    ADD {
        @Override
        public double of(double left, double right) {
            return left + right;
        }
    },
    SUBTRACT {
        @Override
        public double of(double left, double right) {
            return left - right;
        }
    },
    MULTIPLY {
        @Override
        public double of(double left, double right) {
            return left * right;
        }
    },
    DIVIDE {
        @Override
        public double of(double left, double right) {
            return left / right;
        }
    },
    /** NaN if one is. */
    MAXIMUM {
        @Override
        public double of(double left, double right) {
            return Math.max(left, right);
        }
    },
    /** NaN if one is. */
    MINIMUM {
        @Override
        public double of(double left, double right) {
            return Math.min(left, right);
        }
    };

    /** One element of the result. */
    public abstract double of(double left, double right);
}
