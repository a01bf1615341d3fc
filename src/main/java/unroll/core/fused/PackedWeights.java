package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import unroll.core.kernel.Kernel;

/** All weight matrices in the form that products want, for all parts of a batch; refreshed once a training step. */
final class PackedWeights {
    private static final int FEW_ROWS = 3;

    private final Kernel kernel;
    private final double[] weights;
    private final boolean forFewRows;
    private final Map<MatrixUse, Panels> forward = new LinkedHashMap<>();
    private final Map<MatrixUse, Panels> backward = new LinkedHashMap<>();
    private final List<Panels> all = new ArrayList<>();

    /** @param rows of the largest batch */
    PackedWeights(Kernel kernel, double[] weights, int rows) {
        this.kernel = kernel;
        this.weights = weights;
        this.forFewRows = rows <= FEW_ROWS;
    }

    /** For y += M v. */
    Panels forward(MatrixUse use) {
        return shared(forward, use, each -> Panels.forward(kernel, weights, each));
    }

    /** For δv += Mᵀ δy. */
    Panels backward(MatrixUse use) {
        return forFewRows && Panels.canBeInPlace(kernel, use)
                ? Panels.inPlace(kernel, weights, use)
                : shared(backward, use, each -> Panels.backward(kernel, weights, each));
    }

    private Panels shared(Map<MatrixUse, Panels> known, MatrixUse use, Function<MatrixUse, Panels> pack) {
        Panels panels = known.get(use);
        if (panels == null) {
            panels = pack.apply(use);
            known.put(use, panels);
            all.add(panels);
        }
        return panels;
    }

    /** Takes over the present weights. */
    void refresh() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).refresh(0, all.get(i).count());
        }
    }

    /** Takes over the present weights in the first half of the panels of each matrix. */
    void refreshFirstHalf() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).refresh(0, all.get(i).count() / 2);
        }
    }

    /** Takes over the present weights in the second half of the panels of each matrix. */
    void refreshSecondHalf() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).refresh(all.get(i).count() / 2, all.get(i).count());
        }
    }
}
