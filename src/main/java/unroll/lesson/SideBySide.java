package unroll.lesson;

import java.util.List;
import java.util.OptionalDouble;
import unroll.core.model.Site;
import unroll.core.tensor.Norms;
import unroll.core.trace.Trace;
import unroll.experiment.Probed;

/** The sequences of the batch that is shown. */
final class SideBySide {
    private final Scene scene;
    private final Site h;

    /**
     * Looks at a batch.
     *
     * @param h the state of a layer
     */
    SideBySide(Scene scene, Site h) {
        this.scene = scene;
        this.h = h;
    }

    /** The largest distance of h_t in two rows that show the same sequence; empty where no two do. */
    OptionalDouble apart() {
        Trace trace = scene.trace();
        if (!scene.knowledge().isKnown(h, trace.steps())) {
            return OptionalDouble.empty();
        }
        List<Probed.Row> rows = scene.setup().probed(scene.probe()).rows();
        OptionalDouble largest = OptionalDouble.empty();
        for (int one = 0; one < rows.size(); one++) {
            for (int other = one + 1; other < rows.size(); other++) {
                if (rows.get(one).inputs().equals(rows.get(other).inputs())) {
                    largest = OptionalDouble.of(Math.max(largest.orElse(0), apart(one, other)));
                }
            }
        }
        return largest;
    }

    private double apart(int one, int other) {
        Trace trace = scene.trace();
        double largest = 0;
        double[] distance = new double[trace.network().hiddenSize()];
        for (int t = 1; t <= trace.steps(); t++) {
            for (int unit = 0; unit < distance.length; unit++) {
                distance[unit] = trace.value(h, t, one, unit) - trace.value(h, t, other, unit);
            }
            largest = Math.max(largest, Norms.euclidean(distance, 0, distance.length));
        }
        return largest;
    }
}
