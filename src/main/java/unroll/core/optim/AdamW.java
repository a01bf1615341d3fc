package unroll.core.optim;

import java.util.List;
import unroll.core.op.UpdateLine;

/** Adam whose decay acts on the weights themselves (Loshchilov and Hutter 2019). */
public record AdamW(Common common, Moments moments) implements Optimizer {
    /** PyTorch's defaults. */
    public static AdamW torch() {
        return new AdamW(new Common(Flavour.TORCH, 0.001, 0.01), Moments.torch());
    }

    /** Keras' defaults. */
    public static AdamW keras() {
        return new AdamW(new Common(Flavour.KERAS, 0.001, 0.004), Moments.keras());
    }

    @Override
    public String id() {
        return "adamw";
    }

    @Override
    public String title() {
        return "AdamW";
    }

    @Override
    public AdamW with(Common replacement) {
        return new AdamW(replacement, moments);
    }

    @Override
    public boolean decouplesDecay() {
        return true;
    }

    @Override
    public List<UpdateLine> ownLines() {
        return moments.lines(common);
    }
}
