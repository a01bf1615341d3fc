package unroll.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.tensor.Norms;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;

/**
 * The way back of the parts of a gradient, one for each loss step, all at a time: each takes one copy of the row, and the
 * copies go back through the cells together, a time step after the other and the layers from the top.
 */
final class SplitSweep {
    /** What arrives at a vector from the losses: the sum of what some of the head's lines add. */
    private record FromHead(ScheduledLine line, Section section) {}

    private final Trace trace;
    private final Network network;
    private final int row;
    private final List<Integer> lossSteps;
    private final int copies;
    private final int slots;
    private final Map<Site, double[]> norms = new LinkedHashMap<>();

    /** What the layer above has sent to the outputs of a chain so far, [slot][copies · H]. */
    private final Map<Chain, double[][]> fromAbove = new LinkedHashMap<>();

    SplitSweep(Trace trace, int row, List<Integer> lossSteps) {
        this.trace = trace;
        this.network = trace.network();
        this.row = row;
        this.lossSteps = lossSteps;
        this.copies = lossSteps.size();
        this.slots = trace.steps() + (network.stack().bidirectional() ? 2 : 1);
    }

    /** ‖∂L_k/∂ each state at t‖, of shape [number of k, slots]. */
    Map<Site, Tensor> norms() {
        List<Chain> chains = network.chains();
        for (int i = chains.size() - 1; i >= 0; i--) {
            new ChainSweep(chains.get(i)).run();
        }
        Map<Site, Tensor> result = new LinkedHashMap<>();
        norms.forEach((site, values) -> result.put(site, Tensor.of(values, copies, slots)));
        return result;
    }

    /** The way through one chain. */
    private final class ChainSweep {
        private final Chain chain;
        private final int units = network.hiddenSize();
        private final List<Quantity> states = network.cell().states();
        private final Map<Quantity, double[]> carried = new LinkedHashMap<>();
        private final CellStep step;
        private final List<FromHead> fromHead;

        ChainSweep(Chain chain) {
            this.chain = chain;
            this.step = new CellStep(trace, chain, row, copies);
            for (Quantity state : states) {
                carried.put(state, new double[copies * units]);
                norms.put(chain.site(state), new double[copies * slots]);
            }
            this.fromHead = linesFromHead(chain.site(network.readByHead()));
        }

        private List<FromHead> linesFromHead(Site read) {
            List<FromHead> found = new ArrayList<>();
            for (Block block : Schedule.of(network).blocks(Phase.BACKWARD)) {
                for (ScheduledLine line : block.lines()) {
                    if (line.chain().isHead() && line.line() instanceof VectorLine vector) {
                        network.sections(line, vector.target(), trace.steps()).stream()
                                .filter(section -> section.site().equals(read))
                                .forEach(section -> found.add(new FromHead(line, section)));
                    }
                }
            }
            return found;
        }

        private void run() {
            int stride = chain.direction().stride();
            int t = chain.direction().finalStep(trace.steps());
            for (int i = 0; i < trace.steps(); i++, t -= stride) {
                Map<Quantity, double[]> seeds = seeds(t);
                if (network.packed() && t > trace.length(row)) {
                    keep(t, seeds);
                } else {
                    stepBack(t, seeds);
                }
                if (trace.truncation().cuts(t, chain.direction(), trace.steps())) {
                    carried.replaceAll((state, gradient) -> new double[gradient.length]);
                }
            }
            note(t);
        }

        /** The gradients of all that the next step, the layer above and the losses read. */
        private Map<Quantity, double[]> seeds(int t) {
            Map<Quantity, double[]> seeds = new LinkedHashMap<>();
            carried.forEach((state, gradient) -> seeds.put(state, gradient.clone()));
            if (fromAbove.containsKey(chain)) {
                add(fromAbove.get(chain)[t], seeds.get(network.cell().output()));
            }
            if (!fromHead.isEmpty()) {
                Quantity read = network.readByHead();
                int width = network.width(chain.layer(), read);
                addFromLoss(t, seeds.computeIfAbsent(read, quantity -> new double[copies * width]), width);
            }
            return seeds;
        }

        private void addFromLoss(int t, double[] seed, int width) {
            for (FromHead each : fromHead) {
                int k = t - each.section().shift();
                int copy = lossSteps.indexOf(k);
                for (int unit = 0; copy >= 0 && unit < width; unit++) {
                    seed[copy * width + unit] +=
                            trace.increment(each.line(), k, row, each.section().from() + unit);
                }
            }
        }

        private void stepBack(int t, Map<Quantity, double[]> seeds) {
            pullBack(t, seeds);
            states.forEach(state -> carried.put(state, step.gradientNow(state).toArray()));
            note(t);
            states.forEach(
                    state -> carried.put(state, step.gradientBefore(state).toArray()));
        }

        /** Past a packed row's end its states pass through; what the head reads beside them goes back all the same. */
        private void keep(int t, Map<Quantity, double[]> seeds) {
            states.forEach(state -> carried.put(state, seeds.remove(state)));
            note(t);
            if (!seeds.isEmpty()) {
                pullBack(t, seeds);
                states.forEach(state -> add(step.gradientBefore(state).toArray(), carried.get(state)));
            }
        }

        private void pullBack(int t, Map<Quantity, double[]> seeds) {
            step.replay(t, copies);
            Map<Quantity, Tensor> tensors = new LinkedHashMap<>();
            seeds.forEach((each, seed) -> tensors.put(each, Tensor.of(seed, copies, seed.length / copies)));
            step.pullBack(tensors);
            if (chain.layer() > 0) {
                sendBelow(t, step.inputGradient(t));
            }
        }

        private void sendBelow(int t, double[] added) {
            int width = network.inputWidth(chain.layer());
            for (Section section : network.inputOf(chain)) {
                double[] below =
                        fromAbove.computeIfAbsent(section.site().chain(), each -> new double[slots][copies * units])[t];
                for (int i = 0; i < below.length; i++) {
                    below[i] += added[i / units * width + section.from() + i % units];
                }
            }
        }

        private void note(int t) {
            carried.forEach((state, gradients) -> {
                double[] ofState = norms.get(chain.site(state));
                for (int copy = 0; copy < copies; copy++) {
                    ofState[copy * slots + t] = Norms.euclidean(gradients, copy * units, units);
                }
            });
        }

        private static void add(double[] summand, double[] sum) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += summand[i];
            }
        }
    }
}
