package unroll.core.model;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/** What stands on the top layer: how the outputs come out of its states. */
public enum Head {
    /** y = V h + b. */
    LINEAR("linear", Quantity.LOGITS),
    /** ŷ = σ(V h + b). */
    SIGMOID("sigmoid", Quantity.output("yhat", "ŷ", "\\hat y", Scale.UNIT)),
    /** ŷ = σ(V h + Vₓ x + b), which reads the network's input past all layers. */
    SKIP_SIGMOID("skip_sigmoid", Quantity.output("yhat", "ŷ", "\\hat y", Scale.UNIT)),
    /** ŷ = log-softmax(V h + b); of the concat cell it reads [x; h′] instead of h. */
    LOG_SOFTMAX("log_softmax", Quantity.output("yhat", "ŷ", "\\hat y", Scale.SIGNED));

    static final String WEIGHT = ".weight";
    static final String INPUT_WEIGHT = "_x.weight";
    static final String BIAS = ".bias";

    private final String id;
    private final Quantity output;

    Head(String id, Quantity output) {
        this.id = id;
        this.output = output;
    }

    /** The name in files and commands. */
    public String id() {
        return id;
    }

    /** What the loss reads. */
    public Quantity output() {
        return output;
    }

    /** Whether it reads the network's input too. */
    boolean readsInput() {
        return this == SKIP_SIGMOID;
    }

    /**
     * The forward lines of one step.
     *
     * @param name what the names of its parameters begin with
     * @param read the top layer's vector
     */
    List<Equation> lines(String name, VectorRef read, boolean biased) {
        Equation sum = sum(name, Quantity.LOGITS, read, biased);
        return switch (this) {
            case LINEAR -> List.of(sum);
            case SIGMOID, SKIP_SIGMOID ->
                List.of(sum, new Equation(output.now(), new Op.Activate(Activation.SIGMOID, Quantity.LOGITS.now())));
            case LOG_SOFTMAX -> List.of(sum, new Equation(output.now(), new Op.LogSoftmax(Quantity.LOGITS.now())));
        };
    }

    /** {@code target} = V {@code read} + …, without any function after it. */
    Equation sum(String name, Quantity target, VectorRef read, boolean biased) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(new ParameterRef(name + WEIGHT, "V", "V", 0, 1), read));
        if (readsInput()) {
            terms.add(new Term.Product(new ParameterRef(name + INPUT_WEIGHT, "Vₓ", "V_x", 0, 1), Quantity.INPUT.now()));
        }
        if (biased) {
            terms.add(new Term.Bias(new ParameterRef(name + BIAS, "b_y", "b_y", 0, 1)));
        }
        return new Equation(target.now(), new Op.Sum(terms));
    }
}
