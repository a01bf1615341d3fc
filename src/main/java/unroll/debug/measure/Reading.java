package unroll.debug.measure;

import unroll.core.op.Scale;

/** The one number that is taken from several. */
public sealed interface Reading permits Aggregate, Reading.Unit, Reading.Whole {
    /**
     * Takes it.
     *
     * @param units the numbers
     * @param scale the interval in which they lie
     */
    double of(double[] units, Scale scale);

    /** In words that are read again, around what is measured. */
    String text(String measured);

    /**
     * Checks that there is something to take.
     *
     * @param named what is measured, as it was written
     * @param units how many numbers it has
     */
    void require(String named, int units, Scale scale) throws MeasureProblem;

    /** One unit's number, counted from 0. */
    record Unit(int index) implements Reading {
        @Override
        public double of(double[] units, Scale scale) {
            return units[index];
        }

        @Override
        public String text(String measured) {
            return measured + "[" + index + "]";
        }

        @Override
        public void require(String named, int units, Scale scale) throws MeasureProblem {
            if (index >= units) {
                throw new MeasureProblem(named + " has units 0 to " + (units - 1) + ", not " + index);
            }
        }
    }

    /** The number itself, of what has but one. */
    record Whole() implements Reading {
        @Override
        public double of(double[] units, Scale scale) {
            return units[0];
        }

        @Override
        public String text(String measured) {
            return measured;
        }

        @Override
        public void require(String named, int units, Scale scale) throws MeasureProblem {
            if (units > 1) {
                throw new MeasureProblem(named + " has " + units + " units; write " + named + "[0] for one of them, |"
                        + named + "| for the norm, or max( ), min( ), mean( )");
            }
        }
    }
}
