package unroll.experiment;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is measured of one parameter tensor while a network trains.
 *
 * @param tensor such as {@code weight_hh_l0}
 */
public record TensorMetric(Kind kind, String tensor) implements Measure {
    private static final String NAME = "[A-Za-z]\\w*(\\.\\w+)*";

    /** The measures that every tensor has. */
    public enum Kind {
        /** ‖g‖ in the iteration, before clipping. */
        GRADIENT_NORM("gradient.norm"),
        /** ‖Δw‖/‖w‖: how far the iteration's update went, by the size of what it changed. */
        UPDATE_RATIO("update.ratio");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The name in files and commands, before that of the tensor. */
        public String id() {
            return id;
        }
    }

    @Override
    public String id() {
        return kind.id() + "." + tensor;
    }

    static Optional<TensorMetric> of(String id) {
        return Arrays.stream(Kind.values())
                .filter(kind -> id.startsWith(kind.id() + "."))
                .map(kind -> new TensorMetric(kind, id.substring(kind.id().length() + 1)))
                .filter(metric -> metric.tensor().matches(NAME))
                .findFirst();
    }
}
