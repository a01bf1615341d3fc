package unroll.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;

/**
 * The states before the first step: zero until set or carried over. Kept apart from where an execution reads them, for a
 * batch may change its length.
 */
public final class InitialStates {
    /**
     * One state of a chain.
     *
     * @param initial what the next sequences start from
     * @param set what sequences start from that go on from none
     */
    private record State(Site site, Buffer initial, Buffer set) {}

    private final Batch batch;
    private final State[] states;
    private boolean zero = true;
    private boolean setToZero = true;

    /** All zero. */
    public InitialStates(Network network, Batch batch) {
        this.batch = batch;
        List<State> all = new ArrayList<>();
        for (Chain chain : network.chains()) {
            for (Quantity quantity : network.cell().states()) {
                int width = network.width(chain.layer(), quantity);
                Buffer initial = new Buffer(1, batch.capacityRows(), width);
                Buffer set = new Buffer(1, batch.capacityRows(), width);
                all.add(new State(chain.site(quantity), initial, set));
            }
        }
        this.states = all.toArray(State[]::new);
    }

    /** All states, in the order of the chains. */
    public List<Site> sites() {
        return Stream.of(states).map(State::site).toList();
    }

    /** What the next sequences of a state start from, in one slot. */
    public Buffer of(Site site) {
        return state(site).initial();
    }

    /** Whether nothing but zero was ever set or carried over. */
    public boolean areZero() {
        return zero;
    }

    /** Says that {@link #of} was written to. */
    public void noteCarried() {
        zero = false;
    }

    /** Sets a state's rows, of shape [rows, H]. */
    public void set(Site site, Tensor values) {
        State state = state(site);
        int width = state.set().width();
        if (!values.hasShape(batch.rows(), width)) {
            throw new IllegalArgumentException("the initial " + site.quantity().id() + " must have shape ["
                    + batch.rows() + ", " + width + "], not " + Arrays.toString(values.shape()));
        }
        for (int row = 0; row < batch.rows(); row++) {
            values.copyTo(row * width, width, state.set().data(), state.set().offset(0, row));
        }
        double[] set = state.set().data();
        System.arraycopy(set, 0, state.initial().data(), 0, set.length);
        setToZero = false;
        zero = false;
    }

    private State state(Site site) {
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
    public void reset() {
        zero = setToZero;
        for (State state : states) {
            double[] set = state.set().data();
            System.arraycopy(set, 0, state.initial().data(), 0, set.length);
        }
    }

    /** What the next sequences start from, flat. */
    public Tensor all() {
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
    public Map<Site, Tensor> next() {
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

    /** Takes over {@link #all} of another execution of this network. */
    public void setAll(Tensor flat) {
        if (flat.size() != all().size()) {
            throw new IllegalArgumentException(
                    "the initial states are " + all().size() + " numbers, not " + flat.size());
        }
        zero = false;
        int at = 0;
        for (State state : states) {
            int length = state.initial().data().length;
            flat.copyTo(at, length, state.initial().data(), 0);
            at += length;
        }
    }
}
