package unroll.core.model;

/**
 * How a network's layers stand on one another.
 *
 * @param layers how many, from 1
 * @param bidirectional whether each layer also runs from t = T to 1; the layer above and the head then read both
 * @param packed whether a row keeps its state past its own length, as with PyTorch's packed sequences and Keras' masks;
 *     without it the recurrence runs on through the padding
 * @param dropout of the layers' inputs
 */
public record Stack(int layers, boolean bidirectional, boolean packed, Dropout dropout) {
    /** A single layer in one direction. */
    public static final Stack SINGLE = new Stack(1, false, false, Dropout.NONE);

    public Stack {
        if (layers < 1) {
            throw new IllegalArgumentException("the number of layers must be at least 1, not " + layers);
        }
    }
}
