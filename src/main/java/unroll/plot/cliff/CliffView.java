package unroll.plot.cliff;

import java.util.List;
import unroll.analysis.Cliff;
import unroll.core.optim.Clipping;
import unroll.core.optim.Flavour;
import unroll.core.optim.Sgd;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;
import unroll.plot.Range;

/**
 * A part of the surface, and two ways down it from one place: gradient descent as it is, and clipped by its norm.
 *
 * @param losses over the grid, of shape [bs, ws], from the lowest w and b on
 * @param plain the way of the rule without clipping
 * @param clipped the way with it
 */
public record CliffView(
        Cliff cliff, Range w, Range b, Tensor losses, List<Cliff.Point> plain, List<Cliff.Point> clipped) {
    /** The learning rate of both ways. */
    public static final double RATE = 0.05;

    /** The norm that gradients are clipped to. */
    public static final double CLIP = 1;

    private static final int GRID = 160;
    private static final int UPDATES = 150;
    private static final double START_W = 5;
    private static final double START_B = -2.2;

    public CliffView {
        plain = List.copyOf(plain);
        clipped = List.copyOf(clipped);
    }

    /** The valley beside the wall, where a descent meets it. */
    public static CliffView ofPascanu() {
        Cliff cliff = Cliff.PASCANU;
        Range w = new Range(4, 6);
        Range b = new Range(-3, -1);
        Sgd sgd = Sgd.plain(Flavour.TORCH, RATE);
        UpdateRule clipping = new UpdateRule(new Clipping.GlobalNorm(Flavour.TORCH, CLIP), sgd);
        return new CliffView(
                cliff,
                w,
                b,
                cliff.surface(places(w), places(b)),
                cliff.descend(UpdateRule.of(sgd), START_W, START_B, UPDATES),
                cliff.descend(clipping, START_W, START_B, UPDATES));
    }

    /** The middles of the grid's cells. */
    private static Tensor places(Range range) {
        double[] places = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            places[i] = range.at((i + 0.5) / GRID);
        }
        return Tensor.of(places, GRID);
    }
}
