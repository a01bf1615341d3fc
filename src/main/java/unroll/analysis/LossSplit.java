package unroll.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The gradients of one row's states split by the loss step k that they come from, all loss steps at a time: each takes
 * one copy of the row, and the copies go back through the cells together, a time step after the other. In vectors the
 * parts sum to the whole gradient; their norms sum to at least its norm.
 *
 * @param row of the traced batch
 * @param lossSteps the k, ascending
 * @param complete whether these are all steps that have a loss
 * @param norms for each state, ‖∂L_k/∂ the state at t‖, of shape [number of k, T + 1]
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
        Sweep sweep = new Sweep(trace, row, chosen);
        sweep.run();
        return new LossSplit(row, chosen, count == all.size(), sweep.norms());
    }

    /** The way back from T to 0. Copies stand in descending order of k, so that those still without a gradient are last. */
    private static final class Sweep {
        private final Trace trace;
        private final Network network;
        private final int row;
        private final List<Integer> lossSteps;
        private final List<Quantity> states;
        private final int units;
        private final Map<Site, double[]> carried = new LinkedHashMap<>();
        private final Map<Site, double[]> norms = new LinkedHashMap<>();
        private final List<CellStep> layers = new ArrayList<>();
        private final List<ScheduledLine> fromHead;

        private Sweep(Trace trace, int row, List<Integer> lossSteps) {
            this.trace = trace;
            this.network = trace.network();
            this.row = row;
            this.lossSteps = lossSteps;
            this.states = network.cell().states();
            this.units = network.hiddenSize();
            for (int layer = 0; layer < network.layers(); layer++) {
                layers.add(new CellStep(trace, layer, row, lossSteps.size()));
                for (Quantity state : states) {
                    carried.put(new Site(layer, state), new double[lossSteps.size() * units]);
                    norms.put(new Site(layer, state), new double[lossSteps.size() * (trace.steps() + 1)]);
                }
            }
            this.fromHead = linesFromHead();
        }

        private List<ScheduledLine> linesFromHead() {
            List<ScheduledLine> lines = new ArrayList<>();
            for (Block block : Schedule.of(network).blocks(Phase.BACKWARD)) {
                block.lines().stream()
                        .filter(line -> line.layer() == Site.HEAD
                                && line.line() instanceof VectorLine vector
                                && network.site(Site.HEAD, vector.target().quantity())
                                        .equals(top()))
                        .forEach(lines::add);
            }
            return lines;
        }

        private Site top() {
            return new Site(network.layers() - 1, network.cell().output());
        }

        private void run() {
            for (int t = trace.steps(); t >= 1; t--) {
                addFromLoss(t);
                int copies = reached(t);
                boolean frozen = network.packed() && t > trace.length(row);
                for (int layer = network.layers() - 1; layer >= 0 && copies > 0; layer--) {
                    if (frozen) {
                        note(layer, t, copies);
                    } else {
                        stepBack(layer, t, copies);
                    }
                }
            }
            for (int layer = 0; layer < network.layers(); layer++) {
                note(layer, 0, lossSteps.size());
            }
        }

        /** How many copies carry a gradient at a step; a head that reads the state before reaches one step less. */
        private int reached(int t) {
            int count = 0;
            for (int k : lossSteps) {
                count += k >= t ? 1 : 0;
            }
            return count;
        }

        private int copyOf(int lossStep) {
            return lossSteps.size() - 1 - lossSteps.indexOf(lossStep);
        }

        /** What the losses add to the top state at a step. */
        private void addFromLoss(int t) {
            double[] top = carried.get(top());
            for (ScheduledLine line : fromHead) {
                int k = t - ((VectorLine) line.line()).target().shift();
                if (lossSteps.contains(k)) {
                    for (int unit = 0; unit < units; unit++) {
                        top[copyOf(k) * units + unit] += trace.keepsIncrements(line)
                                ? trace.increment(line, k, row, unit)
                                : trace.gradient(top(), t, row, unit);
                    }
                }
            }
        }

        private void stepBack(int layer, int t, int copies) {
            CellStep step = layers.get(layer);
            step.replay(t, copies);
            Map<Quantity, Tensor> seeds = new LinkedHashMap<>();
            for (Quantity state : states) {
                double[] seed = new double[copies * units];
                System.arraycopy(carried.get(new Site(layer, state)), 0, seed, 0, seed.length);
                seeds.put(state, Tensor.of(seed, copies, units));
            }
            step.pullBack(seeds);
            for (Quantity state : states) {
                Site site = new Site(layer, state);
                note(site, t, step.gradientNow(state).toArray(), copies);
                step.gradientBefore(state).copyTo(carried.get(site), 0);
            }
            if (layer > 0) {
                double[] below = carried.get(new Site(layer - 1, network.cell().output()));
                double[] added = step.gradientNow(Quantity.INPUT).toArray();
                for (int i = 0; i < added.length; i++) {
                    below[i] += added[i];
                }
            }
        }

        private void note(int layer, int t, int copies) {
            for (Quantity state : states) {
                Site site = new Site(layer, state);
                note(site, t, carried.get(site), copies);
            }
        }

        private void note(Site site, int t, double[] gradients, int copies) {
            for (int copy = 0; copy < copies; copy++) {
                int index = lossSteps.size() - 1 - copy;
                norms.get(site)[index * (trace.steps() + 1) + t] = Norms.euclidean(gradients, copy * units, units);
            }
        }

        private Map<Site, Tensor> norms() {
            Map<Site, Tensor> result = new LinkedHashMap<>();
            norms.forEach((site, values) -> result.put(site, Tensor.of(values, lossSteps.size(), trace.steps() + 1)));
            return result;
        }
    }
}
