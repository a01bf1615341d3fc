package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import unroll.core.op.Activation;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;
import unroll.plot.circuit.Node.Kind;
import unroll.plot.circuit.Node.Operator;

/**
 * The operations of one equation and the wires from what it reads to what it writes.
 *
 * @param line its index in the cell
 */
record LineWires(int line, Equation equation) {
    private static final String PLUS = "+\\;";

    /**
     * All of them.
     *
     * @throws IllegalArgumentException for an operation that no cell has
     */
    List<Wire> wires() {
        List<Wire> wires = new ArrayList<>();
        if (equation.op() instanceof Op.Sum sum) {
            sum(sum, wires);
        } else if (equation.op() instanceof Op.Activate activate) {
            String sign = activate.function() == Activation.IDENTITY
                    ? "\\mathrm{id}"
                    : activate.function().tex();
            Operator operator = whole(Kind.ACTIVATION, List.of(sign));
            read(activate.argument(), operator, wires);
            write(operator, wires);
        } else if (equation.op() instanceof Op.Concat concat) {
            Operator operator = whole(Kind.CONCAT, List.of("[\\,;\\,]"));
            read(concat.first(), operator, wires);
            read(concat.second(), operator, wires);
            write(operator, wires);
        } else {
            throw new IllegalArgumentException("a cell's circuit has sums, activations and joins, not "
                    + equation.op().plain());
        }
        return wires;
    }

    private Operator whole(Kind kind, List<String> rows) {
        return new Operator(kind, line, Operator.WHOLE, rows);
    }

    /** A line that is one product needs no sum; one with matrices or biases has its terms written on it. */
    private void sum(Op.Sum sum, List<Wire> wires) {
        List<Term> terms = sum.terms();
        if (terms.size() == 1 && terms.get(0) instanceof Term.Elementwise product) {
            write(elementwise(product, Operator.WHOLE, wires), wires);
            return;
        }
        boolean plain = terms.stream().allMatch(Term.Elementwise.class::isInstance);
        Operator operator = plain ? whole(Kind.SUM, List.of("+")) : whole(Kind.AFFINE, rows(terms));
        for (int index = 0; index < terms.size(); index++) {
            if (terms.get(index) instanceof Term.Product product) {
                read(product.vector(), operator, wires);
            } else if (terms.get(index) instanceof Term.Elementwise product) {
                wires.add(new Wire(elementwise(product, index, wires), operator, line));
            }
        }
        write(operator, wires);
    }

    /** One summand below the other, biases side by side. */
    private static List<String> rows(List<Term> terms) {
        List<String> rows = terms.stream()
                .filter(term -> !(term instanceof Term.Bias))
                .map(Term::tex)
                .collect(Collectors.toCollection(ArrayList::new));
        String biases = terms.stream()
                .filter(Term.Bias.class::isInstance)
                .map(Term::tex)
                .collect(Collectors.joining(" + "));
        if (!biases.isEmpty()) {
            rows.add(biases);
        }
        for (int i = 1; i < rows.size(); i++) {
            rows.set(i, PLUS + rows.get(i));
        }
        return rows;
    }

    /** The node that hands on the product: its factor itself where it has only one. */
    private Node elementwise(Term.Elementwise product, int term, List<Wire> wires) {
        List<Factor> factors = product.factors();
        if (factors.size() == 1) {
            return factor(factors.get(0), term, wires);
        }
        Operator times = new Operator(Kind.PRODUCT, line, term, List.of("\\odot"));
        factors.forEach(factor -> wires.add(new Wire(factor(factor, term, wires), times, line)));
        return times;
    }

    private Node factor(Factor factor, int term, List<Wire> wires) {
        Node.Vector vector = new Node.Vector(factor.vector());
        if (!factor.complement()) {
            return vector;
        }
        Operator complement = new Operator(Kind.COMPLEMENT, line, term, List.of("1-"));
        wires.add(new Wire(vector, complement, line));
        return complement;
    }

    private void read(VectorRef vector, Node into, List<Wire> wires) {
        Circuit.cards(vector).forEach(card -> wires.add(new Wire(card, into, line)));
    }

    private void write(Node from, List<Wire> wires) {
        Circuit.cards(equation.target()).forEach(card -> wires.add(new Wire(from, card, line)));
    }

    /** The terms that are products element by element. */
    List<Term.Elementwise> elementwise() {
        return equation.op() instanceof Op.Sum sum
                ? sum.terms().stream()
                        .filter(Term.Elementwise.class::isInstance)
                        .map(Term.Elementwise.class::cast)
                        .toList()
                : List.of();
    }

    /** The nodes from one that the line reads to the one that it writes, both included. */
    List<Node> way(Node from) {
        List<Node> way = new ArrayList<>();
        way.add(from);
        List<Wire> wires = wires();
        Node target = Circuit.cards(equation.target()).get(0);
        while (!way.get(way.size() - 1).equals(target)) {
            Node last = way.get(way.size() - 1);
            way.add(wires.stream()
                    .filter(wire -> wire.from().equals(last))
                    .findFirst()
                    .orElseThrow()
                    .to());
        }
        return way;
    }
}
