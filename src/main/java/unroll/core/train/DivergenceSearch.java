package unroll.core.train;

import java.util.Optional;
import unroll.core.fused.FusedExecution;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout;

/** Finds where the first number that is not finite came up in an iteration; in working memory shared with training. */
final class DivergenceSearch {
    private final Network network;
    private final Batch batch;
    private final double[] weights;
    private final FusedExecution execution;

    DivergenceSearch(Network network, Batch batch, double[] weights, FusedExecution execution) {
        this.network = network;
        this.batch = batch;
        this.weights = weights;
        this.execution = execution;
    }

    /** Goes through the same batch line by line, which training does not. */
    Optional<Divergence.Place> inVectors() {
        double[] unused = new double[weights.length];
        Execution lines = new Execution(new Execution.Binding(network, batch, weights, unused, Detail.TRAINING));
        lines.setInitialStates(execution.initialStates().all());
        lines.masks().copyFrom(execution.masks());
        if (Double.isFinite(lines.forward())) {
            lines.backward();
        }
        return lines.firstNonFinite().map(Divergence.InVector::new);
    }

    /** @param norm of all, which is not finite: the place if no single number is found */
    Divergence.Place inGradient(double norm) {
        double[] gradient = execution.gradient();
        for (int i = 0; i < gradient.length; i++) {
            if (!Double.isFinite(gradient[i])) {
                ParameterLayout.Entry entry = network.parameters().entryAt(i);
                return new Divergence.InParameterGradient(entry.name(), i - entry.offset(), gradient[i]);
            }
        }
        return new Divergence.InTotal("‖g‖", norm);
    }
}
