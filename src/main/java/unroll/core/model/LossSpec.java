package unroll.core.model;

import unroll.core.op.LossKind;

/**
 * Which loss, read where, and how the steps are weighed.
 *
 * @param kind of one step
 * @param at the steps that have a loss
 * @param overTime the weight w of a step in the total, for losses at every step
 */
public record LossSpec(LossKind kind, At at, OverTime overTime) {
    /** The steps at which the output is compared with a target. */
    public enum At {
        /** The last step's output. */
        LAST,
        /** Every step's output. */
        EVERY,
        /** The head applied to the final states, which in a packed batch are those of each row's own last step. */
        FINAL_STATE
    }

    /** How the losses of the steps make the total. */
    public enum OverTime {
        /** w = 1/T. */
        MEAN,
        /** w = 1. */
        SUM,
        /** Only steps within a row's length count, and the sum over them is divided by the sum of all lengths. */
        VALID
    }

    public static LossSpec atLast(LossKind kind) {
        return new LossSpec(kind, At.LAST, OverTime.SUM);
    }

    public static LossSpec atEvery(LossKind kind, OverTime overTime) {
        return new LossSpec(kind, At.EVERY, overTime);
    }

    /** The weight w of one step's loss in the total. */
    public double stepWeight(int steps) {
        return at == At.EVERY && overTime == OverTime.MEAN ? 1.0 / steps : 1;
    }

    public boolean atEveryStep() {
        return at == At.EVERY;
    }
}
