package unroll.core.model;

/**
 * The widths of a network.
 *
 * @param input of x at the bottom layer
 * @param hidden H of every layer and direction
 * @param output the number of outputs
 */
public record Sizes(int input, int hidden, int output) {
    public Sizes {
        requirePositive("input size", input);
        requirePositive("hidden size", hidden);
        requirePositive("output size", output);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("the " + name + " must be at least 1, not " + value);
        }
    }
}
