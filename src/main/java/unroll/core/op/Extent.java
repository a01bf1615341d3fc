package unroll.core.op;

/** What one block of a vector is as long as. */
public enum Extent {
    /** The width of the layer's input. */
    INPUT,
    /** The hidden size. */
    HIDDEN,
    /** The width of the layer's input and the hidden size together. */
    JOINED,
    /** The number of outputs. */
    OUTPUT,
    /** One number. */
    ONE
}
