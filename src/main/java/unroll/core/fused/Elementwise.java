package unroll.core.fused;

import java.util.ArrayList;
import java.util.List;
import unroll.core.kernel.Kernel.Accumulation;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/**
 * Compiles products element by element. Where a vector has parts in several places, so has the product: the blocks of
 * the other vectors stand for them.
 */
final class Elementwise {
    private final Bindings bindings;
    private final ScheduledLine line;

    Elementwise(Bindings bindings, ScheduledLine line) {
        this.bindings = bindings;
        this.line = line;
    }

    /** y ← or += a term. */
    void forward(Term.Elementwise term, Window y, boolean begun, Sequence into) {
        List<List<Window>> windows = new ArrayList<>();
        windows.add(List.of(y));
        term.factors().forEach(factor -> windows.add(values(factor.vector())));
        int count = windows.stream().mapToInt(List::size).max().orElseThrow();
        Accumulation mode = begun ? Accumulation.ADD : Accumulation.REPLACE;
        for (int i = 0; i < count; i++) {
            List<Instruction.Part> factors = new ArrayList<>();
            for (int k = 0; k < term.factors().size(); k++) {
                Window window = part(windows.get(k + 1), i, count);
                factors.add(Instruction.Part.of(window, term.factors().get(k).complement(), false));
            }
            into.add(product(mode, factors, part(windows.get(0), i, count)));
        }
    }

    /** One part of δv ← or += δy ⊙ the other factor. */
    Instruction backward(Increment.Elementwise increment, Accumulation mode, VectorPart target, int index) {
        int count = bindings.parts(line, increment.target()).size();
        List<Instruction.Part> factors = new ArrayList<>();
        Window dy = part(List.of(bindings.gradient(line, increment.source())), index, count);
        factors.add(Instruction.Part.of(dy, false, increment.negative()));
        for (Factor other : increment.others()) {
            Window window = part(values(other.vector()), index, count);
            factors.add(Instruction.Part.of(window, other.complement(), false));
        }
        return product(mode, factors, bindings.gradient(target));
    }

    private List<Window> values(VectorRef vector) {
        return bindings.parts(line, vector).stream().map(bindings::value).toList();
    }

    private static Window part(List<Window> windows, int index, int count) {
        return windows.size() == count ? windows.get(index) : windows.get(0).block(index);
    }

    private Instruction product(Accumulation mode, List<Instruction.Part> factors, Window y) {
        return switch (factors.size()) {
            case 1 -> new Instruction.AddVector(bindings.kernel(), mode, factors.get(0), y);
            case 2 -> new Instruction.AddProduct(bindings.kernel(), mode, factors.get(0), factors.get(1), y);
            default -> throw new IllegalArgumentException("a product has one or two factors, not " + factors.size());
        };
    }
}
