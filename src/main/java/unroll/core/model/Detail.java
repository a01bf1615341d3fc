package unroll.core.model;

/** How much an execution keeps. */
public enum Detail {
    /** What the loss and its gradient need. */
    TRAINING,
    /** Also the outputs of steps that have no loss, and what each line alone added to a gradient. */
    EVERYTHING
}
