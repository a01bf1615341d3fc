package unroll.core.cell;

import java.util.ArrayList;
import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.Term;

/**
 * Gated recurrent unit with the reset gate after the recurrent product, as in PyTorch, cuDNN and Keras' default (after
 * Cho et al. 2014, who reset before it).
 */
public record Gru() implements Cell {
    private static final int CANDIDATE = 2;

    @Override
    public String id() {
        return "gru";
    }

    @Override
    public String title() {
        return "GRU";
    }

    @Override
    public List<String> blocks() {
        return List.of("r", "z", "n");
    }

    @Override
    public List<Equation> lines(BiasMode bias) {
        Quantity h = Quantity.state("h", Scale.SIGNED_UNIT);
        Quantity a = new Quantity("a", "a", "a", Extent.HIDDEN, List.of("r", "z"), Scale.SIGNED, false);
        Quantity r = Quantity.inner("r", "r", "r", Scale.UNIT);
        Quantity z = Quantity.inner("z", "z", "z", Scale.UNIT);
        Quantity q = Quantity.inner("q", "q", "q", Scale.SIGNED);
        Quantity candidate = Quantity.inner("a.n", "aⁿ", "a^n", Scale.SIGNED);
        Quantity n = Quantity.inner("n", "n", "n", Scale.SIGNED_UNIT);
        return List.of(
                new Equation(a.now(), new Op.Sum(Cell.affine("rz", 0, 2, h.before(), bias))),
                new Equation(r.now(), new Op.Activate(Activation.SIGMOID, a.block(0))),
                new Equation(z.now(), new Op.Activate(Activation.SIGMOID, a.block(1))),
                new Equation(q.now(), new Op.Sum(recurrentPart(h, bias))),
                new Equation(candidate.now(), new Op.Sum(inputPart(r, q, bias))),
                new Equation(n.now(), new Op.Activate(Activation.TANH, candidate.now())),
                new Equation(
                        h.now(),
                        new Op.Sum(List.of(
                                Term.Elementwise.of(Factor.oneMinus(z.now()), Factor.of(n.now())),
                                Term.Elementwise.of(Factor.of(z.now()), Factor.of(h.before()))))));
    }

    private static List<Term> recurrentPart(Quantity h, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(Cell.matrix("weight_hh", "U", "n", CANDIDATE, 1), h.before()));
        if (bias == BiasMode.DOUBLE) {
            terms.add(new Term.Bias(new ParameterRef("bias_hh", "bₕ,n", "b_{h,n}", CANDIDATE, 1)));
        }
        return terms;
    }

    private static List<Term> inputPart(Quantity r, Quantity q, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(Cell.matrix("weight_ih", "W", "n", CANDIDATE, 1), Quantity.INPUT.now()));
        terms.add(Term.Elementwise.of(Factor.of(r.now()), Factor.of(q.now())));
        if (bias == BiasMode.DOUBLE) {
            terms.add(new Term.Bias(new ParameterRef("bias_ih", "bₓ,n", "b_{x,n}", CANDIDATE, 1)));
        } else if (bias == BiasMode.SINGLE) {
            terms.add(new Term.Bias(new ParameterRef("bias_ih", "b_n", "b_n", CANDIDATE, 1)));
        }
        return terms;
    }
}
