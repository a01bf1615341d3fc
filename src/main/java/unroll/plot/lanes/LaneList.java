package unroll.plot.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.VectorRef;

/** All lanes that a network has, in the order in which they stand: values from input to loss, then gradients. */
public record LaneList(List<Lane> lanes) {
    public LaneList {
        lanes = List.copyOf(lanes);
    }

    /** The lanes of a network's quantities. */
    public static LaneList of(Network network) {
        return new Builder(network).build();
    }

    /** The lane with an id; empty where this network has no such quantity. */
    public Optional<Lane> find(String id) {
        return lanes.stream().filter(lane -> lane.id().equals(id)).findFirst();
    }

    /** The lanes that are shown until the user chooses. */
    public List<Lane> shownAtFirst() {
        return lanes.stream().filter(Lane::shownAtFirst).toList();
    }

    /** The lanes with the given ids in the order of this list; unknown ids, such as a gate of another cell, fall out. */
    public List<Lane> choose(List<String> ids) {
        return lanes.stream().filter(lane -> ids.contains(lane.id())).toList();
    }

    private static final class Builder {
        private final Network network;
        private final List<Lane> lanes = new ArrayList<>();

        private Builder(Network network) {
            this.network = network;
        }

        private LaneList build() {
            Site input = new Site(0, Quantity.INPUT);
            values(input, true);
            for (Chain chain : network.chains()) {
                for (Quantity quantity : network.cell().quantities()) {
                    if (quantity.carried() || isGate(quantity)) {
                        values(chain.site(quantity), true);
                    }
                }
            }
            network.headQuantities().forEach(quantity -> values(Site.head(quantity), isTold(quantity)));
            gradients(Site.head(readByLoss()), true);
            gradientsOf(true, false, true);
            gradientsOf(false, true, false);
            innerValues();
            gradientsOf(false, false, false);
            gradients(input, false);
            return new LaneList(lanes);
        }

        /** Probabilities say more than what they are made of, where every step has them. */
        private boolean isTold(Quantity output) {
            LossSpec loss = network.loss();
            return !(output.equals(Quantity.LOGITS) && loss.kind().classifies() && loss.atEveryStep());
        }

        private Quantity readByLoss() {
            return ((Op.Loss) network.lossLine().op()).output().quantity();
        }

        private boolean isGate(Quantity quantity) {
            return network.cell().blocks().contains(quantity.id());
        }

        /** The states', the gates', or all other gradients. */
        private void gradientsOf(boolean states, boolean gates, boolean shownAtFirst) {
            for (Chain chain : network.chains()) {
                for (Quantity quantity : network.quantities(chain.layer())) {
                    if (quantity.carried() == states && isGate(quantity) == gates) {
                        gradients(chain.site(quantity), shownAtFirst);
                    }
                }
            }
        }

        private void innerValues() {
            for (Chain chain : network.chains()) {
                for (Quantity quantity : network.quantities(chain.layer())) {
                    if (!quantity.carried() && !isGate(quantity)) {
                        values(chain.site(quantity), false);
                    }
                }
            }
        }

        private void values(Site site, boolean shownAtFirst) {
            for (int block : blocks(site.quantity())) {
                lanes.add(Lane.values(network, site, block, shownAtFirst));
            }
        }

        private void gradients(Site site, boolean shownAtFirst) {
            for (int block : blocks(site.quantity())) {
                lanes.add(Lane.gradient(network, site, block, shownAtFirst));
            }
        }

        private static List<Integer> blocks(Quantity quantity) {
            List<Integer> blocks = new ArrayList<>();
            for (int block = 0; block < quantity.blocks().size(); block++) {
                blocks.add(block);
            }
            return blocks.isEmpty() ? List.of(VectorRef.WHOLE) : blocks;
        }
    }
}
