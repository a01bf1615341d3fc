package unroll.core.optim;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.UpdateLine;
import unroll.core.op.UpdateVariable;

/**
 * How a gradient changes the weights: hyperparameters, and the lines that follow from them. What is switched off has no
 * line and no letter.
 */
public sealed interface Optimizer permits Sgd, RmsProp, Adagrad, Adam, AdamW {
    /** The name in files and commands. */
    String id();

    /** The name on the screen. */
    String title();

    Common common();

    /** The same optimiser with another learning rate, decay or flavour. */
    Optimizer with(Common replacement);

    /** The lines after those of {@link Common}. */
    List<UpdateLine> ownLines();

    /** Whether decay acts on the weights themselves and not through the gradient. */
    default boolean decouplesDecay() {
        return common().isKeras();
    }

    /** What a kept variable holds before the first iteration. */
    default double initialValue(UpdateVariable variable) {
        return 0;
    }

    /** All lines: rate, penalty and decay, as far as there are any, then its own. */
    default List<UpdateLine> lines() {
        List<UpdateLine> lines = new ArrayList<>(common().lines(decouplesDecay()));
        lines.addAll(ownLines());
        return lines;
    }
}
