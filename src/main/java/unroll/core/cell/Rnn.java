package unroll.core.cell;

import java.util.List;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Op;
import unroll.core.op.Quantity;
import unroll.core.op.Scale;

/** The plain recurrent cell, h = φ(W x + U h′ + b) (Elman 1990). */
public record Rnn(Activation activation) implements Cell {
    @Override
    public String id() {
        return "rnn";
    }

    @Override
    public String title() {
        return "RNN";
    }

    @Override
    public List<String> blocks() {
        return List.of();
    }

    @Override
    public List<Equation> lines(BiasMode bias, Quantity input) {
        Quantity h = Quantity.state("h", activation.scale());
        Quantity a = Quantity.inner("a", "a", "a", Scale.SIGNED);
        return List.of(
                new Equation(a.now(), new Op.Sum(Cell.affine(Blocks.all(1), input.now(), h.before(), bias))),
                new Equation(h.now(), new Op.Activate(activation, a.now())));
    }
}
