package unroll.debug.measure;

import java.util.Arrays;
import unroll.core.op.Scale;
import unroll.core.tensor.Norms;

/** One number for all units. */
public enum Aggregate implements Reading {
    /** The Euclidean norm. */
    NORM("norm") {
        @Override
        public double of(double[] units, Scale scale) {
            return Norms.euclidean(units, 0, units.length);
        }

        @Override
        public String text(String measured) {
            return "‖" + measured + "‖";
        }
    },
    /** The largest; NaN where one is. */
    MAX("max") {
        @Override
        public double of(double[] units, Scale scale) {
            return Arrays.stream(units).max().orElse(Double.NaN);
        }
    },
    /** The smallest; NaN where one is. */
    MIN("min") {
        @Override
        public double of(double[] units, Scale scale) {
            return Arrays.stream(units).min().orElse(Double.NaN);
        }
    },
    MEAN("mean") {
        @Override
        public double of(double[] units, Scale scale) {
            double sum = 0;
            for (double unit : units) {
                sum += unit;
            }
            return sum / units.length;
        }
    },
    /** How many are NaN or infinite. */
    NONFINITE("nonfinite") {
        @Override
        public double of(double[] units, Scale scale) {
            return Arrays.stream(units).filter(unit -> !Double.isFinite(unit)).count();
        }
    },
    /** The share, 0 … 1, of units in the flat part of their sigmoid or tanh: their slope is below a tenth of the largest. */
    SATURATED("saturated") {
        @Override
        public double of(double[] units, Scale scale) {
            double flat = Arrays.stream(units)
                    .filter(unit -> (scale == Scale.UNIT ? 4 * unit * (1 - unit) : 1 - unit * unit) < FLAT)
                    .count();
            return flat / units.length;
        }

        @Override
        public void require(String named, int units, Scale scale) throws MeasureProblem {
            if (scale != Scale.UNIT && scale != Scale.SIGNED_UNIT) {
                throw new MeasureProblem(named + " comes out of no sigmoid or tanh that could saturate; choose a gate");
            }
        }
    };

    private static final double FLAT = 0.1;

    private final String word;

    Aggregate(String word) {
        this.word = word;
    }

    /** Its name in conditions. */
    public String word() {
        return word;
    }

    @Override
    public String text(String measured) {
        return word + "(" + measured + ")";
    }

    @Override
    public void require(String named, int units, Scale scale) throws MeasureProblem {
        // All others can be taken of any numbers.
    }
}
