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
public sealed interface Cell permits Rnn, Lstm, Gru, Concat {
    /** The name in files and commands. */
    String id();

    /** The name on the screen. */
    String title();

    /**
     * The forward lines of one time step, in the order in which they run.
     *
     * @param input what they call the input: x, or what dropout left of it
     */
    List<Equation> lines(BiasMode bias, Quantity input);

    /** The forward lines of one time step that read x itself. */
    default List<Equation> lines(BiasMode bias) {
        return lines(bias, Quantity.INPUT);
    }

    /** The names of the row blocks of its matrices, in order; one unnamed block for a cell without gates. */
    List<String> blocks();

    /** The states that step t + 1 reads, h first. */
    default List<Quantity> states() {
        return quantities().stream().filter(Quantity::carried).toList();
    }

    /** The state that the layer above reads, and whose last value is the final state. */
    default Quantity output() {
        return states().get(0);
    }

    /** The vector that the head reads at each step. */
    default Quantity readout() {
        return output();
    }

    /** What the names of the head's parameters begin with. */
    default String headName() {
        return "out";
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
        if (bias == BiasMode.PER_ROW) {
            shapes.add(new ParameterShape("bias_ih", "B", Extent.HIDDEN, count, Extent.HIDDEN));
        } else if (bias != BiasMode.NONE) {
            String letter = bias == BiasMode.DOUBLE ? "bₓ" : "b";
            shapes.add(new ParameterShape("bias_ih", letter, Extent.HIDDEN, count, null));
        }
        if (bias == BiasMode.DOUBLE) {
            shapes.add(new ParameterShape("bias_hh", "bₕ", Extent.HIDDEN, count, null));
        }
        return shapes;
    }

    /** The terms W x + U h′ + biases that all gates with the same blocks share. */
    static List<Term> affine(Blocks rows, VectorRef input, VectorRef state, BiasMode bias) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term.Product(matrix("weight_ih", "W", rows), input));
        terms.add(new Term.Product(matrix("weight_hh", "U", rows), state));
        terms.addAll(biases(rows, bias));
        return terms;
    }

    /**
     * Some neighbouring blocks of a parameter's rows.
     *
     * @param suffix the letters that name them, such as {@code rz}; empty for all
     * @param first the index of the first
     * @param count how many
     * @param biasSuffix the letter that the biases of these blocks need, since others are used elsewhere; or empty
     */
    record Blocks(String suffix, int first, int count, String biasSuffix) {
        static Blocks all(int count) {
            return new Blocks("", 0, count, "");
        }
    }

    /** A matrix restricted to some blocks of its rows, named by them, such as W_rz. */
    static ParameterRef matrix(String name, String letter, Blocks rows) {
        String suffix = rows.suffix();
        String plain = suffix.isEmpty() ? letter : letter + "_" + suffix;
        String tex = suffix.isEmpty() ? letter : letter + "_{" + suffix + "}";
        return new ParameterRef(name, plain, tex, rows.first(), rows.count());
    }

    /** The biases of some blocks. */
    static List<Term> biases(Blocks rows, BiasMode bias) {
        return switch (bias) {
            case DOUBLE ->
                List.of(new Term.Bias(bias("bias_ih", "x", rows)), new Term.Bias(bias("bias_hh", "h", rows)));
            case SINGLE -> List.of(new Term.Bias(bias("bias_ih", "", rows)));
            case PER_ROW -> List.of(new Term.Product(matrix("bias_ih", "B", rows), Quantity.PLACE.now()));
            case NONE -> List.of();
        };
    }

    /** A bias restricted to some blocks, such as bₓ, b_n or bₕ,n. */
    static ParameterRef bias(String name, String reads, Blocks rows) {
        String block = rows.biasSuffix();
        String letter = reads.isEmpty() ? "b" : reads.equals("x") ? "bₓ" : "bₕ";
        String plain = block.isEmpty() ? letter : letter + (reads.isEmpty() ? "_" : ",") + block;
        String below = reads.isEmpty() || block.isEmpty() ? reads + block : "{" + reads + "," + block + "}";
        String tex = below.isEmpty() ? "b" : "b_" + below;
        return new ParameterRef(name, plain, tex, rows.first(), rows.count());
    }
}
