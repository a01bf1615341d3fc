package unroll.core.fused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import unroll.core.kernel.Kernel;
import unroll.core.kernel.Operand;

/** All weight matrices in the form that products want, for all parts of a batch; refreshed once a training step. */
final class PackedWeights {
    private static final int FEW_ROWS = 3;

    private final Kernel kernel;
    private final double[] weights;
    private final boolean forFewRows;
    private final Map<MatrixUse, Panels> forward = new LinkedHashMap<>();
    private final Map<MatrixUse, Panels> backward = new LinkedHashMap<>();
    private final List<Packing> packings = new ArrayList<>();

    /** @param rows of the largest batch */
    PackedWeights(Kernel kernel, double[] weights, int rows) {
        this.kernel = kernel;
        this.weights = weights;
        this.forFewRows = rows <= FEW_ROWS;
    }

    /** For y += M v: the factor is Mᵀ. */
    Panels forward(MatrixUse use) {
        return forward.computeIfAbsent(use, each -> {
            int depth = each.source().extent();
            PackedRoom room = PackedRoom.of(kernel, depth, each.target().width());
            return packed(depth, new TransposedPacking(weights, each, room));
        });
    }

    /** For δv += Mᵀ δy: the factor is M. */
    Panels backward(MatrixUse use) {
        return backward.computeIfAbsent(use, each -> {
            int depth = each.target().extent();
            if (forFewRows && isReadWhereItLies(each)) {
                return new Panels(depth, Operand.panels(weights, each.index(0, 0), each.stride(), kernel.panelWidth()));
            }
            PackedRoom room = PackedRoom.of(kernel, depth, each.source().width());
            return packed(depth, new RowPacking(weights, each, room));
        });
    }

    /** Products of a few rows are not worth a copy where rows and columns lie as the units do in vectors. */
    private boolean isReadWhereItLies(MatrixUse use) {
        return !kernel.readsLines()
                && use.source().width() == use.source().size()
                && use.target().extent() == use.target().size();
    }

    private Panels packed(int depth, Packing packing) {
        packings.add(packing);
        return new Panels(depth, packing.room().operand());
    }

    /** Takes over the present weights. */
    void refresh() {
        refresh(0, 1);
    }

    /** Takes over a half of the present weights. */
    void refreshHalf(int half) {
        refresh(half, 2);
    }

    private void refresh(int part, int parts) {
        for (int i = 0; i < packings.size(); i++) {
            packings.get(i).copy(part, parts);
        }
    }
}
