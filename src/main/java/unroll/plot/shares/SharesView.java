package unroll.plot.shares;

import java.util.ArrayList;
import java.util.List;
import unroll.analysis.GradientShares;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The matrices of one layer in one direction, W and U, with the norm of what each step adds to their gradients.
 *
 * @param norms in the order of the entries, each with index t − 1
 */
public record SharesView(List<Entry> entries, List<Tensor> norms) {
    public SharesView {
        entries = List.copyOf(entries);
        norms = List.copyOf(norms);
    }

    /** Measures a layer in one direction. */
    public static SharesView of(Trace trace, Chain chain) {
        Network network = trace.network();
        List<Entry> matrices = network.cell().parameters(network.bias()).stream()
                .filter(shape -> !shape.isBias())
                .map(shape -> trace.parameters().layout().entry(chain.parameterName(shape.name())))
                .toList();
        List<Tensor> norms = new ArrayList<>();
        matrices.forEach(entry -> norms.add(new GradientShares(trace, entry).norms()));
        return new SharesView(matrices, norms);
    }
}
