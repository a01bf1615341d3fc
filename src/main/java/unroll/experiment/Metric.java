package unroll.experiment;

import java.util.Arrays;
import java.util.Optional;

/** What is measured of a training as a whole. */
public enum Metric implements Measure {
    /** L of the iteration's batch, before its update. */
    TRAIN_LOSS("train.loss"),
    /** L over the test set. */
    TEST_LOSS("test.loss"),
    /** The share of right classes in the test set. */
    TEST_ACCURACY("test.accuracy"),
    /** ‖g‖ over all parameters in the iteration, before clipping. */
    GRADIENT_NORM("gradient.norm"),
    /** η of the iteration's update. */
    LEARNING_RATE("learning.rate");

    private final String id;

    Metric(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
