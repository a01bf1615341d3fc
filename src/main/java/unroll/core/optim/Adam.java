package unroll.core.optim;

import java.util.List;
import unroll.core.op.UpdateLine;

/** Running means of the gradient and of its square, with their bias towards 0 removed (Kingma and Ba 2015). */
public record Adam(Common common, Moments moments) implements Optimizer {
    /** PyTorch's defaults. */
    public static Adam torch() {
        return new Adam(new Common(Flavour.TORCH, 0.001, 0), Moments.torch());
    }

    /** Keras' defaults. */
    public static Adam keras() {
        return new Adam(new Common(Flavour.KERAS, 0.001, 0), Moments.keras());
    }

    @Override
    public String id() {
        return "adam";
    }

    @Override
    public String title() {
        return "Adam";
    }

    @Override
    public Adam with(Common replacement) {
        return new Adam(replacement, moments);
    }

    @Override
    public List<UpdateLine> ownLines() {
        return moments.lines(common);
    }
}
