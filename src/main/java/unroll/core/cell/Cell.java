package unroll.core.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import unroll.core.op.Equation;
import unroll.core.op.Extent;
import unroll.core.op.ParameterRef;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/**
 * A recurrent cell: its forward lines, from which everything else follows. A new cell is one record here.
 *
 * <p>Every cell reads x and its own states one step earlier, and hands on h.
 */
public sealed interface Cell permits Rnn, Lstm, Gru {
    /** The name in files and commands. */
    String id();

    /** The name on the screen. */
    String title();

    /** The forward lines of one time step, in the order in which they run. */
    List<Equation> lines(BiasMode bias);

    /** The names of the row blocks of its matrices, in order; one unnamed block for a cell without gates. */
    List<String> blocks();

    /** The states that step t + 1 reads, h first. */
    default List<Quantity> states() {
        return quantities().stream().filter(Quantity::carried).toList();
    }

    /** The state that the layer above and the head read. */
    default Quantity output() {
        return states().get(0);
    }

    /** All vectors that the lines write, h first, then the other states, then the rest in the order of the lines. */
    default List<Quantity> quantities() {
        Set<Quantity> written = new LinkedHashSet<>();
        lines(BiasMode.NONE).forEach(line -> written.add(line.target().quantity()));
        List<Quantity> ordered = new ArrayList<>();
        written.stream().filter(each -> each.id().equals("h")).forEach(ordered::add);
        written.stream()
                .filter(each -> each.carried() && !ordered.contains(each))
                .forEach(ordered::add);
        written.stream().filter(each -> !each.carried()).forEach(ordered::add);
        return ordered;
    }

    /** The quantity with an id, such as {@code c}. */
    default Quantity quantity(String id) {
        return quantities().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the cell " + id() + " has no quantity " + id));
    }

    /** The parameters of one layer, in PyTorch's order. */
    default List<ParameterShape> parameters(BiasMode bias) {
        int count = Math.max(1, blocks().size());
        List<ParameterShape> shapes = new ArrayList<>();
        shapes.add(new ParameterShape("weight_ih", "W", Extent.HIDDEN, count, Extent.INPUT));
        shapes.add(new ParameterShape("weight_hh", "U", Extent.HIDDEN, count, Extent.HIDDEN));
        if (bias != BiasMode.NONE) {
            String letter = bias == BiasMode.DOUBLE ? "bₓ" : "b";
            shapes.add(new ParameterShape("bias_ih", letter, Extent.HIDDEN, count, null));
        }
        if (bias == BiasMode.DOUBLE) {
            shapes.add(new ParameterShape("bias_hh", "bₕ", Extent.HIDDEN, count, null));
        }
        return shapes;
    }

    /** The terms W x + U h′ + biases that all gates with the same blocks share. */
    static List<Term> affine(String suffix, int firstBlock, int blocks, VectorRef state, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(matrix("weight_ih", "W", suffix, firstBlock, blocks), Quantity.INPUT.now()));
        terms.add(new Term.Product(matrix("weight_hh", "U", suffix, firstBlock, blocks), state));
        terms.addAll(biases(firstBlock, blocks, bias));
        return terms;
    }

    /** A matrix restricted to some blocks of its rows, named by them, such as W_rz. */
    static ParameterRef matrix(String name, String letter, String suffix, int firstBlock, int blocks) {
        String plain = suffix.isEmpty() ? letter : letter + "_" + suffix;
        String tex = suffix.isEmpty() ? letter : letter + "_{" + suffix + "}";
        return new ParameterRef(name, plain, tex, firstBlock, blocks);
    }

    private static List<Term> biases(int firstBlock, int blocks, BiasMode bias) {
        return switch (bias) {
            case DOUBLE ->
                List.of(
                        new Term.Bias(new ParameterRef("bias_ih", "bₓ", "b_x", firstBlock, blocks)),
                        new Term.Bias(new ParameterRef("bias_hh", "bₕ", "b_h", firstBlock, blocks)));
            case SINGLE -> List.of(new Term.Bias(new ParameterRef("bias_ih", "b", "b", firstBlock, blocks)));
            case NONE -> List.of();
        };
    }
}
