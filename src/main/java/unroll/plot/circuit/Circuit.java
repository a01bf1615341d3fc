package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import unroll.core.op.Equation;
import unroll.core.op.Quantity;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;

/**
 * The dataflow of a cell's equations: vectors and operations, and the wires between them. Nothing in it is known of any
 * particular cell.
 *
 * @param lines the equations
 * @param nodes in the order in which the lines name them
 * @param wires in the order of the lines
 */
record Circuit(List<Equation> lines, List<Node> nodes, List<Wire> wires) {
    Circuit {
        lines = List.copyOf(lines);
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
    }

    /**
     * Reads equations.
     *
     * @param readout the vector that the layer above or the head reads at the same step
     */
    static Circuit of(List<Equation> lines, Quantity readout) {
        List<Wire> wires = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            wires.addAll(new LineWires(line, lines.get(line)).wires());
        }
        Set<Quantity> written = new LinkedHashSet<>();
        lines.forEach(line -> written.add(line.target().quantity()));
        for (Quantity quantity : written) {
            if (quantity.carried()) {
                exits(quantity, false, wires);
            }
        }
        exits(readout, true, wires);
        Set<Node> nodes = new LinkedHashSet<>();
        wires.forEach(wire -> nodes.addAll(List.of(wire.from(), wire.to())));
        return new Circuit(lines, List.copyOf(nodes), wires);
    }

    private static void exits(Quantity quantity, boolean upward, List<Wire> into) {
        Node.Exit exit = new Node.Exit(quantity.now(), upward);
        cards(quantity.now()).forEach(card -> into.add(new Wire(card, exit, Wire.NONE)));
    }

    /** The nodes of a vector: one, or one a block. */
    static List<Node.Vector> cards(VectorRef ref) {
        int blocks = ref.quantity().blocks().size();
        if (ref.block() != VectorRef.WHOLE || blocks == 0) {
            return List.of(new Node.Vector(ref));
        }
        List<Node.Vector> cards = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            cards.add(new Node.Vector(new VectorRef(ref.quantity(), ref.shift(), block)));
        }
        return cards;
    }

    /** The wires that reach each node. */
    Map<Node, List<Wire>> arriving() {
        Map<Node, List<Wire>> arriving = new HashMap<>();
        nodes.forEach(node -> arriving.put(node, new ArrayList<>()));
        wires.forEach(wire -> arriving.get(wire.to()).add(wire));
        return arriving;
    }

    /** The wires that leave each node. */
    Map<Node, List<Wire>> leaving() {
        Map<Node, List<Wire>> leaving = new HashMap<>();
        nodes.forEach(node -> leaving.put(node, new ArrayList<>()));
        wires.forEach(wire -> leaving.get(wire.from()).add(wire));
        return leaving;
    }

    /**
     * The states that their own equation reads element by element, each with the nodes from the state before to the state
     * after: roads on which a vector goes through the cell unmixed.
     */
    Collection<List<Node>> roads() {
        Map<Quantity, List<Node>> roads = new LinkedHashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            Equation line = lines.get(index);
            VectorRef before = line.target().quantity().before();
            LineWires read = new LineWires(index, line);
            for (Term.Elementwise term : read.elementwise()) {
                boolean own = term.factors().stream()
                        .anyMatch(factor -> factor.vector().equals(before));
                if (own && line.target().quantity().carried()) {
                    roads.putIfAbsent(line.target().quantity(), read.way(new Node.Vector(before)));
                }
            }
        }
        return roads.values();
    }
}
