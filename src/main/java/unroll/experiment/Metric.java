package unroll.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is measured of a training as a whole. */
public enum Metric implements Measure {
    /** L of the iteration's batch, before its update. */
    TRAIN_LOSS("train.loss"),
    /** L over the test set. */
    TEST_LOSS("test.loss"),
    /** The share of right classes in the test set. */
    TEST_ACCURACY("test.accuracy"),
    /** The share of sequences of the test set in which every answer was right, where every step has one. */
    TEST_SEQUENCE_ACCURACY("test.sequenceAccuracy"),
    /** L over the test set in bits, where each answer is a character of a text. */
    TEST_BITS("test.bitsPerCharacter"),
    /** The mean squared error over the test set, in the data's units. */
    TEST_SQUARED_ERROR("test.squaredError"),
    /** Its root. */
    TEST_ROOT_ERROR("test.rootError"),
    /** The mean absolute error over the test set, in the data's units. */
    TEST_ABSOLUTE_ERROR("test.absoluteError"),
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

    /** Those that are measured on the test set. */
    public static List<Metric> ofTest() {
        return Arrays.stream(values())
                .filter(metric -> metric.id.startsWith("test."))
                .toList();
    }

    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
