package unroll.core.cell;

import unroll.core.op.Extent;

/**
 * A parameter of a layer: its name within the layer, and its shape in terms of the layer's sizes.
 *
 * @param name in PyTorch's words, such as {@code weight_ih}
 * @param letter how the equations print the whole of it, such as {@code W}
 * @param rows the length of one block of rows
 * @param blocks how many blocks of rows
 * @param columns the number of columns of a matrix; null for a bias
 */
public record ParameterShape(String name, String letter, Extent rows, int blocks, Extent columns) {
    public boolean isBias() {
        return columns == null;
    }
}
