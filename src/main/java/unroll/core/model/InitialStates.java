package unroll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;

/** The states before the first step: zero until set or carried over. Kept apart, for a batch may change its length. */
final class InitialStates {
    /**
     * One state of a chain.
     *
     * @param initial what the next sequences start from
     * @param set what sequences start from that go on from none
     */
    private record State(Site site, Buffer values, Buffer initial, Buffer set) {}

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
                Buffer initial = new Buffer(1, batch.capacityRows(), values.width());
                Buffer set = new Buffer(1, batch.capacityRows(), values.width());
                all.add(new State(chain.site(quantity), values, initial, set));
            }
        }
        this.states = all.toArray(State[]::new);
    }

    /** Sets a state's rows, of shape [rows, H]. */
    void set(Site site, Tensor values) {
        State state = of(site);
        int width = state.set().width();
        if (!values.hasShape(batch.rows(), width)) {
            throw new IllegalArgumentException("the initial " + site.quantity().id() + " must have shape ["
                    + batch.rows() + ", " + width + "], not " + Arrays.toString(values.shape()));
        }
        for (int row = 0; row < batch.rows(); row++) {
            values.copyTo(row * width, width, state.set().data(), state.set().offset(0, row));
        }
        copy(state.set(), 0, state.initial(), 0);
    }

    private State of(Site site) {
        for (State state : states) {
            if (state.site().equals(site)) {
                return state;
            }
        }
        throw new IllegalArgumentException(
                "the network has no state " + site.quantity().id() + " in layer " + (site.layer() + 1) + " "
                        + site.direction().arrow());
    }

    /** Back to what was set, whatever was carried over. */
    void reset() {
        for (State state : states) {
            double[] set = state.set().data();
            System.arraycopy(set, 0, state.initial().data(), 0, set.length);
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

    /** What the next sequences start from, flat. */
    Tensor all() {
        int size = 0;
        for (State state : states) {
            size += state.initial().data().length;
        }
        double[] flat = new double[size];
        int at = 0;
        for (State state : states) {
            double[] initial = state.initial().data();
            System.arraycopy(initial, 0, flat, at, initial.length);
            at += initial.length;
        }
        return Tensor.of(flat, size);
    }

    /** What the next sequences start from, as in {@link #set}. */
    Map<Site, Tensor> next() {
        Map<Site, Tensor> next = new LinkedHashMap<>();
        for (State state : states) {
            int width = state.initial().width();
            double[] rows = new double[batch.rows() * width];
            for (int row = 0; row < batch.rows(); row++) {
                System.arraycopy(state.initial().data(), state.initial().offset(0, row), rows, row * width, width);
            }
            next.put(state.site(), Tensor.of(rows, batch.rows(), width));
        }
        return next;
    }

    void setAll(Tensor flat) {
        if (flat.size() != all().size()) {
            throw new IllegalArgumentException(
                    "the initial states are " + all().size() + " numbers, not " + flat.size());
        }
        int at = 0;
        for (State state : states) {
            int length = state.initial().data().length;
            flat.copyTo(at, length, state.initial().data(), 0);
            at += length;
        }
    }

    private void copy(Buffer from, int fromSlot, Buffer to, int toSlot) {
        for (int row = 0; row < batch.rows(); row++) {
            System.arraycopy(from.data(), from.offset(fromSlot, row), to.data(), to.offset(toSlot, row), from.width());
        }
    }
}
