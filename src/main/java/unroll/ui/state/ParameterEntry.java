package unroll.ui.state;

import unroll.core.model.ParameterLayout;
import unroll.core.model.Parameters;
import unroll.core.tensor.Tensor;
import unroll.core.trace.UpdateTrace;

/**
 * One number of a parameter.
 *
 * @param parameter its name, such as {@code weight_hh_l0}
 * @param index its place in the parameter, row by row
 */
public record ParameterEntry(String parameter, int index) {
    /** The number that an update changed most; one that is not finite afterwards before all others. */
    public static ParameterEntry mostChangedBy(UpdateTrace update) {
        Tensor before = update.weightsBefore().values();
        Tensor after = update.updatedWeights();
        int most = 0;
        double largest = -1;
        for (int i = 0; i < before.size(); i++) {
            double change = Math.abs(after.at(i) - before.at(i));
            double rank = Double.isFinite(change) ? change : Double.POSITIVE_INFINITY;
            if (rank > largest) {
                largest = rank;
                most = i;
            }
        }
        ParameterLayout.Entry entry = update.weightsBefore().layout().entryAt(most);
        return new ParameterEntry(entry.name(), most - entry.offset());
    }

    /** The same number, or the nearest to it in a network of other sizes; its first number where it has no such parameter. */
    public ParameterEntry within(Parameters parameters) {
        ParameterLayout layout = parameters.layout();
        if (!layout.names().contains(parameter)) {
            return new ParameterEntry(layout.names().get(0), 0);
        }
        return new ParameterEntry(
                parameter, Math.min(index, layout.entry(parameter).size() - 1));
    }
}
