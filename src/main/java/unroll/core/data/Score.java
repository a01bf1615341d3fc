package unroll.core.data;

import java.util.OptionalDouble;

/**
 * How well a set of sequences was answered.
 *
 * @param loss the mean over its sequences, or, where only valid steps count, over their steps
 * @param accuracy the share of right classes; empty where targets are not classes
 * @param absoluteError the mean of |y − y*|; empty where targets are classes, and where it is not known
 */
public record Score(double loss, OptionalDouble accuracy, OptionalDouble absoluteError) {
    public Score(double loss, OptionalDouble accuracy) {
        this(loss, accuracy, OptionalDouble.empty());
    }

    public static Score ofLoss(double loss) {
        return new Score(loss, OptionalDouble.empty());
    }

    /** The score of classes. */
    public static Score ofClasses(double loss, double accuracy) {
        return new Score(loss, OptionalDouble.of(accuracy));
    }

    /** The score of numbers whose loss is the mean squared error. */
    public static Score ofErrors(double meanSquare, double meanAbsolute) {
        return new Score(meanSquare, OptionalDouble.empty(), OptionalDouble.of(meanAbsolute));
    }
}
