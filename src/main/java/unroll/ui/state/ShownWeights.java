package unroll.ui.state;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import unroll.core.model.Parameters;

/** Which weights are traced: some changed by hand, those at the start of an iteration, the latest, or else opened ones. */
final class ShownWeights {
    /** The iteration that stands for the latest weights. */
    static final long LATEST = 0;

    private final ReadOnlyLongWrapper iteration = new ReadOnlyLongWrapper(this, "iteration", LATEST);
    private Optional<Parameters> loaded = Optional.empty();
    private Optional<Parameters> moment = Optional.empty();
    private Optional<Parameters> byHand = Optional.empty();

    ShownWeights() {}

    /** Those that another shows; nobody listens to them yet. */
    ShownWeights(ShownWeights before) {
        iteration.set(before.iteration.get());
        loaded = before.loaded;
        moment = before.moment;
        byHand = before.byHand;
    }

    /** Trained weights that were opened with the experiment and still fit it. */
    Optional<Parameters> loaded() {
        return loaded;
    }

    void load(Optional<Parameters> trained) {
        loaded = trained;
    }

    /** From 1, or {@link #LATEST}. */
    ReadOnlyLongProperty iteration() {
        return iteration.getReadOnlyProperty();
    }

    /** Weights with numbers of the user's among them. */
    Optional<Parameters> byHand() {
        return byHand;
    }

    void useByHand(Optional<Parameters> weights) {
        byHand = weights;
    }

    /** Goes to an iteration, whose weights arrive with its trace. */
    void goTo(long number) {
        iteration.set(number);
        byHand = Optional.empty();
    }

    /** The weights at the start of the iteration have arrived. */
    void arrive(Parameters atItsStart) {
        moment = Optional.of(atItsStart);
    }

    /** Back to the latest weights, those changed by hand aside. */
    void leaveIteration() {
        moment = Optional.empty();
        iteration.set(LATEST);
    }

    /** Whether the weights of a training are shown as they come. */
    boolean follow() {
        return iteration.get() == LATEST && byHand.isEmpty();
    }

    /**
     * What is shown.
     *
     * @param latest weights of the training; empty for the initial ones
     */
    Optional<Parameters> over(Optional<Parameters> latest) {
        return byHand.or(() -> moment).or(() -> latest).or(this::loaded);
    }

    /** Each takes the other's. */
    void exchange(ShownWeights other) {
        Optional<Parameters> opened = loaded;
        loaded = other.loaded;
        other.loaded = opened;
        Optional<Parameters> weights = byHand;
        byHand = other.byHand;
        other.byHand = weights;
        Optional<Parameters> earlier = moment;
        moment = other.moment;
        other.moment = earlier;
        long number = iteration.get();
        iteration.set(other.iteration.get());
        other.iteration.set(number);
    }
}
