package unroll.core.cell;

import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;
import unroll.core.op.Term;

/** Long short-term memory with a forget gate (Hochreiter and Schmidhuber 1997; Gers et al. 2000), no peepholes. */
public record Lstm() implements Cell {
    @Override
    public String id() {
        return "lstm";
    }

    @Override
    public String title() {
        return "LSTM";
    }

    @Override
    public List<String> blocks() {
        return List.of("i", "f", "g", "o");
    }

    @Override
    public List<Equation> lines(BiasMode bias, Quantity input) {
        Quantity h = Quantity.state("h", Scale.SIGNED_UNIT);
        Quantity c = Quantity.state("c", Scale.SIGNED);
        Quantity a = new Quantity("a", "a", "a", Extent.HIDDEN, blocks(), Scale.SIGNED, Quantity.Reach.INNER);
        Quantity i = Quantity.inner("i", "i", "i", Scale.UNIT);
        Quantity f = Quantity.inner("f", "f", "f", Scale.UNIT);
        Quantity g = Quantity.inner("g", "g", "g", Scale.SIGNED_UNIT);
        Quantity o = Quantity.inner("o", "o", "o", Scale.UNIT);
        Quantity m = Quantity.inner("m", "m", "m", Scale.SIGNED_UNIT);
        return List.of(
                new Equation(a.now(), new Op.Sum(Cell.affine(Blocks.all(4), input.now(), h.before(), bias))),
                new Equation(i.now(), new Op.Activate(Activation.SIGMOID, a.block(0))),
                new Equation(f.now(), new Op.Activate(Activation.SIGMOID, a.block(1))),
                new Equation(g.now(), new Op.Activate(Activation.TANH, a.block(2))),
                new Equation(o.now(), new Op.Activate(Activation.SIGMOID, a.block(3))),
                new Equation(
                        c.now(),
                        new Op.Sum(List.of(
                                Term.Elementwise.of(Factor.of(f.now()), Factor.of(c.before())),
                                Term.Elementwise.of(Factor.of(i.now()), Factor.of(g.now()))))),
                new Equation(m.now(), new Op.Activate(Activation.TANH, c.now())),
                new Equation(
                        h.now(), new Op.Sum(List.of(Term.Elementwise.of(Factor.of(o.now()), Factor.of(m.now()))))));
    }
}
