package unroll.core.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;

/** What the states of sequences start from. */
public sealed interface InitialState {
    /** Zero. */
    record Zero() implements InitialState {
        @Override
        public Map<Site, Tensor> states(Network network, int rows) {
            return Map.of();
        }
    }

    /**
     * In training, what the batch before ended with: each row goes on with the sequence that follows its last one. No
     * gradient goes back that way. An epoch starts at zero, and so does whatever is measured or looked at.
     */
    record Carried() implements InitialState {
        @Override
        public Map<Site, Tensor> states(Network network, int rows) {
            return Map.of();
        }
    }

    /**
     * A fault that programs have: in training, what the iteration before ended with, although the sequences have nothing
     * to do with each other. Not even an epoch starts at zero.
     */
    record NeverReset() implements InitialState {
        @Override
        public Map<Site, Tensor> states(Network network, int rows) {
            return Map.of();
        }
    }

    /**
     * The same for every sequence.
     *
     * @param values by the ids of states, such as h and c, of shape [layers × directions, H] each; a state not named
     *     starts at zero
     */
    record Given(Map<String, Tensor> values) implements InitialState {
        public Given {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Map<Site, Tensor> states(Network network, int rows) {
            List<Chain> chains = network.chains();
            int units = network.hiddenSize();
            List<String> ids =
                    network.cell().states().stream().map(Quantity::id).toList();
            Map<Site, Tensor> states = new LinkedHashMap<>();
            values.forEach((id, value) -> {
                if (!ids.contains(id)) {
                    throw new IllegalArgumentException("the initial state names " + id + ", but this cell's states are "
                            + String.join(" and ", ids));
                }
                if (!value.hasShape(chains.size(), units)) {
                    throw new IllegalArgumentException("the initial " + id + " needs " + chains.size()
                            + " lists (one for each layer and direction) of " + units + " numbers each, not "
                            + value.extent(0) + " of " + value.extent(1));
                }
                Quantity state = network.cell().states().get(ids.indexOf(id));
                for (int i = 0; i < chains.size(); i++) {
                    states.put(chains.get(i).site(state), rowsOf(value, i, rows));
                }
            });
            return states;
        }

        private static Tensor rowsOf(Tensor value, int chain, int rows) {
            int units = value.extent(1);
            double[] copies = new double[rows * units];
            for (int row = 0; row < rows; row++) {
                value.copyTo(chain * units, units, copies, row * units);
            }
            return Tensor.of(copies, rows, units);
        }
    }

    /**
     * The states that are not zero when nothing went before, of shape [rows, H] each.
     *
     * @throws IllegalArgumentException if they are not those of the network
     */
    Map<Site, Tensor> states(Network network, int rows);

    /** Whether sequences go on from where others ended. */
    default boolean isCarried() {
        return this instanceof Carried || isNeverReset();
    }

    /** Whether they do so even where one has nothing to do with the other. */
    default boolean isNeverReset() {
        return this instanceof NeverReset;
    }
}
