package unroll.core.data;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a set of sequences was answered.
 *
 * @param loss the mean over its sequences, or, where only valid steps count, over their steps
 * @param accuracy the share of right classes; empty where targets are not classes
 * @param errors empty where targets are classes, and where they are not known
 */
public record Score(double loss, OptionalDouble accuracy, Optional<Errors> errors) {
    /**
     * Errors of numbers, each a mean over all outputs that the loss reads.
     *
     * @param square the mean of (y − y*)²
     * @param absolute the mean of |y − y*|
     */
    public record Errors(double square, double absolute) {
        /** In the units of the data. */
        Errors in(Scaling scaling) {
            double range = scaling.high() - scaling.low();
            return new Errors(square * range * range, absolute * range);
        }

        /** The root of the mean square. */
        public double root() {
            return Math.sqrt(square);
        }
    }

    /** A score of which no more than the loss is known. */
    public static Score ofLoss(double loss) {
        return new Score(loss, OptionalDouble.empty(), Optional.empty());
    }

    /** The score of classes. */
    public static Score ofClasses(double loss, double accuracy) {
        return new Score(loss, OptionalDouble.of(accuracy), Optional.empty());
    }

    /** The score of numbers whose loss is the mean squared error. */
    public static Score ofErrors(double meanSquare, double meanAbsolute) {
        return new Score(meanSquare, OptionalDouble.empty(), Optional.of(new Errors(meanSquare, meanAbsolute)));
    }

    /** With errors in the units of the data rather than in the scaled ones; the loss stays. */
    public Score in(Scaling scaling) {
        return new Score(loss, accuracy, errors.map(each -> each.in(scaling)));
    }

    /** The same answers where the loss of a sequence counts several times. */
    Score times(double factor) {
        return new Score(factor * loss, accuracy, errors);
    }
}
