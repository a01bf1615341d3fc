package unroll.core.train;

import java.util.List;
import unroll.core.model.ParameterLayout;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.tensor.Norms;

/** What an iteration did to each parameter tensor, in memory that is allocated once. */
public final class TensorMeasures {
    private final List<Entry> entries;
    private final double[] change;
    private final double[] gradientNorms;
    private final double[] updateRatios;

    TensorMeasures(ParameterLayout layout) {
        this.entries = layout.entries();
        this.change = new double[layout.size()];
        this.gradientNorms = new double[entries.size()];
        this.updateRatios = new double[entries.size()];
    }

    void takeGradient(double[] gradient) {
        for (int i = 0; i < gradientNorms.length; i++) {
            gradientNorms[i] = norm(gradient, i);
        }
    }

    void takeUpdate(double[] before, double[] after) {
        for (int i = 0; i < change.length; i++) {
            change[i] = after[i] - before[i];
        }
        for (int i = 0; i < updateRatios.length; i++) {
            updateRatios[i] = norm(change, i) / norm(before, i);
        }
    }

    private double norm(double[] flat, int tensor) {
        Entry entry = entries.get(tensor);
        return Norms.euclidean(flat, entry.offset(), entry.size());
    }

    public int tensors() {
        return entries.size();
    }

    public String name(int tensor) {
        return entries.get(tensor).name();
    }

    /** ‖g‖ before clipping. */
    public double gradientNorm(int tensor) {
        return gradientNorms[tensor];
    }

    /** ‖Δw‖/‖w‖ with w before the update; not finite for a tensor that was all 0. */
    public double updateRatio(int tensor) {
        return updateRatios[tensor];
    }
}
