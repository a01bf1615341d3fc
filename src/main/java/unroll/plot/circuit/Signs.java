package unroll.plot.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import unroll.plot.tex.Formula;
import unroll.plot.tex.FormulaLayout;

/** The typeset names of vectors and signs of operations. */
final class Signs {
    private static final float SIZE = 15;
    private static final float SMALL = 13.5f;

    /**
     * One line of what is written on a node.
     *
     * @param tex its source
     */
    record Sign(String tex, FormulaLayout layout) {}

    private final Map<Node, List<Sign>> signs = new HashMap<>();

    /**
     * Typesets all nodes.
     *
     * @param turned gives a piece of TeX as the direction of time has it
     */
    Signs(Circuit circuit, UnaryOperator<String> turned) {
        for (Node node : circuit.nodes()) {
            signs.put(
                    node,
                    texts(node).stream()
                            .map(turned)
                            .map(tex -> sign(tex, size(node)))
                            .toList());
        }
    }

    private static Sign sign(String tex, float size) {
        return new Sign(tex, Formula.parse(tex).layout(size));
    }

    private static float size(Node node) {
        return node instanceof Node.Operator ? SMALL : SIZE;
    }

    private static List<String> texts(Node node) {
        if (node instanceof Node.Vector vector) {
            return List.of(vector.ref().tex());
        }
        return node instanceof Node.Operator operator ? operator.rows() : List.of();
    }

    /** From top to bottom; none for a way out. */
    List<Sign> of(Node node) {
        return signs.get(node);
    }

    /** Of the longest line on a node, px. */
    double width(Node node) {
        return of(node).stream()
                .mapToDouble(sign -> sign.layout().width())
                .max()
                .orElse(0);
    }
}
