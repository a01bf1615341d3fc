package unroll.check;

/** Collects the largest deviation of computed numbers from expected ones. */
final class Comparison {
    /** Below this a gradient is as good as 0. */
    private static final double NEGLIGIBLE = 1e-300;

    private Deviation worst = Deviation.NONE;

    /** What an error is measured by. */
    enum Measure {
        /** The error itself. */
        ABSOLUTE {
            @Override
            double error(double difference, double largest) {
                return difference;
            }
        },
        /** By the largest expected magnitude, but at least 1: for values. */
        VALUE {
            @Override
            double error(double difference, double largest) {
                return difference / Math.max(1, largest);
            }
        },
        /** By the largest expected magnitude, however small: for gradients. */
        GRADIENT {
            @Override
            double error(double difference, double largest) {
                return difference <= NEGLIGIBLE ? 0 : difference / largest;
            }
        };

        abstract double error(double difference, double largest);
    }

    /**
     * What a comparison goes by.
     *
     * @param tolerance the largest error that is allowed
     */
    record Rule(Measure measure, double tolerance) {}

    Deviation worst() {
        return worst;
    }

    /** Compares two numbers. */
    void compare(String where, double actual, double expected, Rule rule) {
        compare(where, new double[] {actual}, new double[] {expected}, rule);
    }

    /** Compares numbers that are measured by the largest among them; those expected to be NaN stand for nothing. */
    void compare(String where, double[] actual, double[] expected, Rule rule) {
        double largest = 0;
        for (double each : expected) {
            largest = Double.isNaN(each) ? largest : Math.max(largest, Math.abs(each));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!Double.isNaN(expected[i])) {
                double error = rule.measure().error(Math.abs(actual[i] - expected[i]), largest);
                worst = worst.orWorse(new Deviation(where, error, rule.tolerance()));
            }
        }
    }
}
