package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Quantity;

/** The states before the first step: zero until set or carried over. Kept apart, for a batch may change its length. */
final class InitialStates {
    private record State(Site site, Buffer values, Buffer initial) {}

    private final Batch batch;
    private final State[] states;
    private int lastSteps;

    InitialStates(Network network, Batch batch, Memory memory) {
        this.batch = batch;
        this.lastSteps = batch.steps();
        List<State> all = new ArrayList<>();
        for (Chain chain : network.chains()) {
            for (Quantity quantity : network.cell().states()) {
                Buffer values = memory.values().get(chain.site(quantity));
                all.add(new State(chain.site(quantity), values, new Buffer(1, batch.capacityRows(), values.width())));
            }
        }
        this.states = all.toArray(State[]::new);
    }

    /** The array for a state, of one slot. */
    Buffer of(Site site) {
        for (State state : states) {
            if (state.site().equals(site)) {
                return state.initial();
            }
        }
        throw new IllegalArgumentException(
                "the network has no state " + site.quantity().id() + " in layer " + (site.layer() + 1) + " "
                        + site.direction().arrow());
    }

    void clear() {
        for (State state : states) {
            state.initial().clear();
        }
    }

    /** Puts them where the lines read them. */
    void place() {
        lastSteps = batch.steps();
        for (State state : states) {
            int before = state.site().direction().initialStep(batch.steps());
            copy(state.initial(), 0, state.values(), before);
        }
    }

    /** Takes the final states of the sequences placed last for the next ones' initial states; the batch may be new. */
    void carryOver() {
        for (State state : states) {
            int last = state.site().direction().finalStep(lastSteps);
            copy(state.values(), last, state.initial(), 0);
        }
    }

    private void copy(Buffer from, int fromSlot, Buffer to, int toSlot) {
        for (int row = 0; row < batch.rows(); row++) {
            System.arraycopy(from.data(), from.offset(fromSlot, row), to.data(), to.offset(toSlot, row), from.width());
        }
    }
}
