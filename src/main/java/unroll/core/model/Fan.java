package unroll.core.model;

import java.util.function.DoubleSupplier;

/**
 * What a distribution needs to know of a parameter.
 *
 * @param rows all gates' together
 * @param columns 1 for a bias
 * @param blocks how many blocks of rows, one a gate
 * @param in the number of inputs of a unit, as Keras counts it
 * @param out the number of units that an input reaches, as Keras counts it: all gates' together
 * @param units what PyTorch scales by: the hidden size in a layer, the width of its input in the head
 */
public record Fan(int rows, int columns, int blocks, int in, int out, int units) {
    static Fan of(Network network, ParameterLayout.Entry entry) {
        boolean isBias = entry.columns() == 0;
        int in = isBias ? entry.rows() : entry.columns();
        return new Fan(
                entry.rows(), Math.max(1, entry.columns()), entry.blocks(), in, entry.rows(), units(network, entry));
    }

    private static int units(Network network, ParameterLayout.Entry entry) {
        if (entry.layer() == Site.HEAD) {
            return entry.columns() > 0 ? entry.columns() : network.readWidth();
        }
        // the matrix of the concat cell is a linear layer by itself
        return network.extent(entry.layer(), network.cell().readout().extent());
    }

    public int size() {
        return rows * columns;
    }

    /** An array with one draw for each value of the parameter. */
    double[] filled(DoubleSupplier draw) {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = draw.getAsDouble();
        }
        return values;
    }
}
