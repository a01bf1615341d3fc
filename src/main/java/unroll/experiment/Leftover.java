package unroll.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import unroll.core.data.Examples;
import unroll.core.fused.FusedExecution;
import unroll.core.fused.FusedExecution.Purpose;
import unroll.core.kernel.Engine;
import unroll.core.model.Batch;
import unroll.core.model.InitialStates;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;

/** What a state that is never reset holds when a sequence begins: all sequences of its part before it have gone through. */
final class Leftover {
    private Leftover() {}

    /**
     * Checks that each sequence follows the one before it in the data.
     *
     * @throws IllegalArgumentException if several go side by side
     */
    static void requireOneByOne(Training training) {
        if (training.batchSize() > 1) {
            throw new IllegalArgumentException("a state that is never reset goes from each sequence to the next: it"
                    + " needs batches of 1, not of " + training.batchSize());
        }
    }

    /**
     * The states that traced sequences start from, of shape [rows, H] each.
     *
     * @param weights with which all those before them are run
     */
    static Map<Site, Tensor> before(Probed probed, Parameters weights) {
        Setup setup = probed.setup();
        Network network = setup.network();
        Examples examples = setup.examples(probed.part());
        Batch batch = new Batch(network, examples.steps(), 1);
        FusedExecution execution =
                new FusedExecution(network, batch, weights.toArray(), Purpose.MEASURING, Engine.simple());
        InitialStates states = execution.initialStates();
        int rows = probed.rows().size();
        Map<Site, double[]> found = new LinkedHashMap<>();
        states.sites().forEach(site -> found.put(site, new double[rows * network.hiddenSize()]));
        int first = probed.rows().get(0).number();
        for (int example = 0; example < first + rows; example++) {
            if (example >= first) {
                put(states.next(), found, example - first);
            }
            examples.fill(example, batch, 0);
            execution.forward();
            execution.carryStatesOver();
        }
        Map<Site, Tensor> tensors = new LinkedHashMap<>();
        found.forEach((site, values) -> tensors.put(site, Tensor.of(values, rows, network.hiddenSize())));
        return tensors;
    }

    private static void put(Map<Site, Tensor> next, Map<Site, double[]> found, int row) {
        next.forEach((site, tensor) -> tensor.copyTo(0, tensor.size(), found.get(site), row * tensor.size()));
    }
}
