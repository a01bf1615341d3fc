package unroll.core.cell;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.Term;

/**
 * The cell of PyTorch's tutorial on names, h = W [x; h′] + b with no non-linearity. Its head reads [x; h′] too, so the
 * output at t knows the state of t − 1 only.
 */
public record Concat() implements Cell {
    private static final String WEIGHT = "i2h.weight";
    private static final String BIAS = "i2h.bias";

    private static final Quantity JOINED =
            new Quantity("u", "u", "u", Extent.JOINED, List.of(), Scale.SIGNED, Quantity.Reach.SHARED);

    @Override
    public String id() {
        return "concat";
    }

    @Override
    public String title() {
        return "Concat";
    }

    @Override
    public List<String> blocks() {
        return List.of();
    }

    @Override
    public Quantity readout() {
        return JOINED;
    }

    @Override
    public String headName() {
        return "i2o";
    }

    @Override
    public List<Equation> lines(BiasMode bias, Quantity input) {
        Quantity h = Quantity.state("h", Scale.SIGNED);
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(new ParameterRef(WEIGHT, "W", "W", 0, 1), JOINED.now()));
        if (bias == BiasMode.PER_ROW) {
            terms.add(new Term.Product(new ParameterRef(BIAS, "B", "B", 0, 1), Quantity.PLACE.now()));
        } else if (bias != BiasMode.NONE) {
            terms.add(new Term.Bias(new ParameterRef(BIAS, "b", "b", 0, 1)));
        }
        return List.of(
                new Equation(JOINED.now(), new Op.Concat(input.now(), h.before())),
                new Equation(h.now(), new Op.Sum(terms)));
    }

    /** One matrix for input and state together, and one bias whatever the mode, but for none. */
    @Override
    public List<ParameterShape> parameters(BiasMode bias) {
        ParameterShape weight = new ParameterShape(WEIGHT, "W", Extent.HIDDEN, 1, Extent.JOINED);
        return switch (bias) {
            case NONE -> List.of(weight);
            case PER_ROW -> List.of(weight, new ParameterShape(BIAS, "B", Extent.HIDDEN, 1, Extent.HIDDEN));
            case SINGLE, DOUBLE -> List.of(weight, new ParameterShape(BIAS, "b", Extent.HIDDEN, 1, null));
        };
    }
}
