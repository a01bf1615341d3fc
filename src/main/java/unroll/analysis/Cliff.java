package unroll.analysis;

import java.util.ArrayList;
import java.util.List;
import unroll.core.model.ParameterLayout;
import unroll.core.op.Activation;
import unroll.core.optim.UpdateProgram;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.Tensor;

/**
 * The one-unit network x_t = w σ(x_{t−1}) + b without inputs, whose loss (σ(x_T) − target)² has a cliff where its stable
 * states change (Pascanu, Mikolov and Bengio 2013, figure 6).
 *
 * @param steps T
 * @param start x_0
 * @param target of σ(x_T)
 */
public record Cliff(int steps, double start, double target) {
    /** The one of the paper. */
    public static final Cliff PASCANU = new Cliff(50, 0.5, 0.7);

    private static final ParameterLayout LAYOUT = new ParameterLayout(List.of(
            new ParameterLayout.Entry("w", 0, ParameterLayout.Kind.RECURRENT_WEIGHT, 1, 1, 1, 0),
            new ParameterLayout.Entry("b", 0, ParameterLayout.Kind.RECURRENT_BIAS, 1, 0, 1, 1)));

    /**
     * A place on the surface.
     *
     * @param slopeW ∂loss/∂w
     * @param slopeB ∂loss/∂b
     */
    public record Point(double w, double b, double loss, double slopeW, double slopeB) {
        /** ‖(∂loss/∂w, ∂loss/∂b)‖. */
        public double slope() {
            return Math.hypot(slopeW, slopeB);
        }
    }

    /** The loss and its slopes, by carrying ∂x_t/∂w and ∂x_t/∂b along. */
    public Point at(double w, double b) {
        double x = start;
        double byW = 0;
        double byB = 0;
        for (int t = 1; t <= steps; t++) {
            double s = Activation.SIGMOID.value(x);
            double slope = w * Activation.SIGMOID.slope(s);
            byW = s + slope * byW;
            byB = 1 + slope * byB;
            x = w * s + b;
        }
        double y = Activation.SIGMOID.value(x);
        double outer = 2 * (y - target) * Activation.SIGMOID.slope(y);
        return new Point(w, b, (y - target) * (y - target), outer * byW, outer * byB);
    }

    /**
     * The loss over a grid.
     *
     * @return of shape [bs, ws]
     */
    public Tensor surface(Tensor ws, Tensor bs) {
        double[] losses = new double[ws.size() * bs.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = at(ws.at(i % ws.size()), bs.at(i / ws.size())).loss();
        }
        return Tensor.of(losses, bs.size(), ws.size());
    }

    /**
     * The way that an update rule takes down the surface.
     *
     * @param w where it starts
     * @param b where it starts
     * @return the start and the place after each update; ends early where an update is not finite
     */
    public List<Point> descend(UpdateRule rule, double w, double b, int updates) {
        double[] weights = {w, b};
        double[] gradient = new double[2];
        UpdateProgram program = new UpdateProgram(rule, LAYOUT, weights, gradient);
        List<Point> path = new ArrayList<>(List.of(at(w, b)));
        for (int i = 0; i < updates; i++) {
            Point here = path.get(path.size() - 1);
            gradient[0] = here.slopeW();
            gradient[1] = here.slopeB();
            program.run();
            if (!Double.isFinite(weights[0]) || !Double.isFinite(weights[1])) {
                break;
            }
            path.add(at(weights[0], weights[1]));
        }
        return path;
    }
}
