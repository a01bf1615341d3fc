package unroll.core.cell;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.Term;

/**
 * Gated recurrent unit (Cho et al. 2014).
 *
 * @param reset where the reset gate acts
 */
public record Gru(Reset reset) implements Cell {
    /** On which side of the recurrent product the reset gate acts. */
    public enum Reset {
        /** r ⊙ (U_n h′ + b): PyTorch, cuDNN and Keras' default. */
        AFTER,
        /** U_n (r ⊙ h′): the paper, and Keras with {@code reset_after=False}. */
        BEFORE
    }

    private static final Blocks GATES = new Blocks("rz", 0, 2, "");
    private static final Blocks CANDIDATE = new Blocks("n", 2, 1, "n");

    /** With the reset after the product. */
    public Gru() {
        this(Reset.AFTER);
    }

    @Override
    public String id() {
        return reset == Reset.AFTER ? "gru" : "gru-before";
    }

    @Override
    public String title() {
        return reset == Reset.AFTER ? "GRU" : "GRU (reset before)";
    }

    @Override
    public List<String> blocks() {
        return List.of("r", "z", "n");
    }

    @Override
    public List<Equation> lines(BiasMode bias, Quantity input) {
        Quantity h = Quantity.state("h", Scale.SIGNED_UNIT);
        Quantity a = new Quantity("a", "a", "a", Extent.HIDDEN, List.of("r", "z"), Scale.SIGNED, Quantity.Reach.INNER);
        Quantity r = Quantity.inner("r", "r", "r", Scale.UNIT);
        Quantity z = Quantity.inner("z", "z", "z", Scale.UNIT);
        Quantity candidate = Quantity.inner("a.n", "aⁿ", "a^n", Scale.SIGNED);
        Quantity n = Quantity.inner("n", "n", "n", Scale.SIGNED_UNIT);
        Equation recurrent = reset == Reset.AFTER ? product(h, bias) : resetState(h, r);
        List<Term> sum = reset == Reset.AFTER
                ? resetAfter(input, r, recurrent.target().quantity(), bias)
                : Cell.affine(CANDIDATE, input.now(), recurrent.target(), bias);
        return List.of(
                new Equation(a.now(), new Op.Sum(Cell.affine(GATES, input.now(), h.before(), bias))),
                new Equation(r.now(), new Op.Activate(Activation.SIGMOID, a.block(0))),
                new Equation(z.now(), new Op.Activate(Activation.SIGMOID, a.block(1))),
                recurrent,
                new Equation(candidate.now(), new Op.Sum(sum)),
                new Equation(n.now(), new Op.Activate(Activation.TANH, candidate.now())),
                new Equation(
                        h.now(),
                        new Op.Sum(List.of(
                                Term.Elementwise.of(Factor.oneMinus(z.now()), Factor.of(n.now())),
                                Term.Elementwise.of(Factor.of(z.now()), Factor.of(h.before()))))));
    }

    /** q = U_n h′ + b, which the reset gate multiplies afterwards. */
    private static Equation product(Quantity h, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(Cell.matrix("weight_hh", "U", CANDIDATE), h.before()));
        if (bias == BiasMode.DOUBLE) {
            terms.add(new Term.Bias(Cell.bias("bias_hh", "h", CANDIDATE)));
        }
        return new Equation(Quantity.inner("q", "q", "q", Scale.SIGNED).now(), new Op.Sum(terms));
    }

    /** s = r ⊙ h′, which the product then reads. */
    private static Equation resetState(Quantity h, Quantity r) {
        Term product = Term.Elementwise.of(Factor.of(r.now()), Factor.of(h.before()));
        return new Equation(Quantity.inner("s", "s", "s", Scale.SIGNED_UNIT).now(), new Op.Sum(List.of(product)));
    }

    private static List<Term> resetAfter(Quantity input, Quantity r, Quantity q, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(Cell.matrix("weight_ih", "W", CANDIDATE), input.now()));
        terms.add(Term.Elementwise.of(Factor.of(r.now()), Factor.of(q.now())));
        if (bias == BiasMode.DOUBLE) {
            terms.add(new Term.Bias(Cell.bias("bias_ih", "x", CANDIDATE)));
        } else {
            terms.addAll(Cell.biases(CANDIDATE, bias));
        }
        return terms;
    }
}
