package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The gradients of one row's states split by the loss step k that they come from. In vectors the parts sum to the whole
 * gradient; their norms sum to at least its norm.
 *
 * @param row of the traced batch
 * @param lossSteps the k, ascending
 * @param complete whether these are all steps that have a loss
 * @param norms for each state, ‖∂L_k/∂ the state at t‖, of shape [number of k, slots], t from 0
 */
public record LossSplit(int row, List<Integer> lossSteps, boolean complete, Map<Site, Tensor> norms) {
    public LossSplit {
        lossSteps = List.copyOf(lossSteps);
        norms = Map.copyOf(norms);
    }

    /** Splits by all loss steps, or by evenly chosen ones, the last among them, where there are more than {@code most}. */
    public static LossSplit of(Trace trace, int row, int most) {
        List<Integer> all = new ArrayList<>();
        for (int k = 1; k <= trace.steps(); k++) {
            if (trace.hasLossAt(k)) {
                all.add(k);
            }
        }
        List<Integer> chosen = new ArrayList<>();
        int count = Math.min(most, all.size());
        for (int i = 1; i <= count; i++) {
            chosen.add(all.get((int) ((long) i * all.size() / count) - 1));
        }
        return new LossSplit(row, chosen, count == all.size(), new SplitSweep(trace, row, chosen).norms());
    }
}
