package unroll.core.data;

import java.util.OptionalDouble;

/**
 * How well a set of sequences was answered.
 *
 * @param loss the mean over its sequences
 * @param accuracy the share of right classes; empty where targets are not classes
 */
public record Score(double loss, OptionalDouble accuracy) {
    public static Score ofLoss(double loss) {
        return new Score(loss, OptionalDouble.empty());
    }
}
