package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import unroll.core.op.Equation;
import unroll.core.op.Increment;
import unroll.core.op.ParameterLine;
import unroll.core.op.Quantity;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.debug.Reference;
import unroll.plot.lanes.CurrentLine;

/**
 * What of a circuit the line uses that has just run.
 *
 * @param line which
 * @param circuit of the cell
 * @param cell the numbers, which tell what is read and written
 */
record LitLine(CurrentLine line, Circuit circuit, OpenCell cell) {
    /**
     * Wires one behind the other.
     *
     * @param wires from a vector to a vector, in the direction of the values
     * @param back whether a gradient goes there, from the last to the first
     */
    record Way(List<Wire> wires, boolean back) {
        Way {
            wires = List.copyOf(wires);
        }
    }

    /** The ways from what is read to what is written. */
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        boolean here = isHere();
        if (here && line.position().line().line() instanceof Equation equation) {
            int index = circuit.lines().indexOf(equation);
            ways(index, wire -> true).forEach(way -> ways.add(new Way(way, false)));
        } else if (here && line.position().line().line() instanceof VectorLine vector) {
            vector.increments().forEach(increment -> addBack(increment, ways));
        } else {
            addExits(ways);
        }
        return ways;
    }

    /** Whether the line is one of this cell's at this step. */
    private boolean isHere() {
        return line.position().line().chain().equals(cell.place().chain())
                && line.position().t() == cell.place().t();
    }

    private void addBack(Increment increment, List<Way> ways) {
        lineOf(increment.source().quantity()).ifPresent(index -> {
            Predicate<Wire> first = wire -> wire.from().equals(new Node.Vector(increment.target()))
                    && new WireFlow(cell).isThrough(increment, wire);
            for (List<Wire> way : ways(index, first)) {
                if (isEnd(way.get(way.size() - 1), increment.source())) {
                    ways.add(new Way(way, true));
                }
            }
        });
    }

    private static boolean isEnd(Wire wire, VectorRef read) {
        return Circuit.cards(read).stream().anyMatch(wire.to()::equals);
    }

    private Optional<Integer> lineOf(Quantity written) {
        return IntStream.range(0, circuit.lines().size())
                .boxed()
                .filter(index -> circuit.lines().get(index).target().quantity().equals(written))
                .findFirst();
    }

    /** All ways of a line that begin with certain wires. */
    private List<List<Wire>> ways(int index, Predicate<Wire> first) {
        List<List<Wire>> ways = new ArrayList<>();
        for (Wire wire : circuit.wires()) {
            if (wire.line() == index && wire.from() instanceof Node.Vector && first.test(wire)) {
                extend(List.of(wire), ways);
            }
        }
        return ways;
    }

    private void extend(List<Wire> way, List<List<Wire>> into) {
        Node end = way.get(way.size() - 1).to();
        if (end instanceof Node.Vector) {
            into.add(way);
            return;
        }
        for (Wire wire : circuit.leaving().get(end)) {
            List<Wire> longer = new ArrayList<>(way);
            longer.add(wire);
            extend(longer, into);
        }
    }

    /** Lines elsewhere read what leaves this cell, or send a gradient back to it. */
    private void addExits(List<Way> ways) {
        boolean upward = line.position().t() == cell.place().t();
        for (Wire wire : circuit.wires()) {
            if (wire.to() instanceof Node.Exit exit && exit.upward() == upward) {
                Card card = cell.cards().get(wire.from());
                boolean back = line.flow().writes().stream().anyMatch(each -> isGradient(each, card));
                if (back || isRead(card)) {
                    ways.add(new Way(List.of(wire), back));
                }
            }
        }
    }

    private boolean isRead(Card card) {
        return line.position().line().line() instanceof Equation
                && line.flow().reads().stream().anyMatch(each -> isOf(each, card));
    }

    private static boolean isGradient(Reference reference, Card card) {
        return reference instanceof Reference.Gradient && isOf(reference, card);
    }

    private static boolean isOf(Reference reference, Card card) {
        return card.parts().stream().anyMatch(part -> isOf(reference, card.ref(), part));
    }

    private static boolean isOf(Reference reference, VectorRef ref, Card.Part part) {
        if (reference instanceof Reference.Value value) {
            return value.t() == part.t()
                    && value.site().equals(part.values().lane().site())
                    && sameBlock(value.block(), ref.block());
        }
        return reference instanceof Reference.Gradient gradient
                && gradient.t() == part.t()
                && gradient.site().equals(part.values().lane().site())
                && sameBlock(gradient.block(), ref.block());
    }

    private static boolean sameBlock(int one, int other) {
        return one == VectorRef.WHOLE || other == VectorRef.WHOLE || one == other;
    }

    /** The nodes whose numbers it reads. */
    Set<Node> read() {
        return nodes(line.flow().reads());
    }

    /** The nodes whose numbers it writes, or whose parameters' gradients. */
    Set<Node> written() {
        Set<Node> written = nodes(line.flow().writes());
        if (isHere() && line.position().line().line() instanceof ParameterLine parameters) {
            for (ParameterLine.Share share : parameters.shares()) {
                lineOf(share.source().quantity())
                        .ifPresent(index -> circuit.nodes().stream()
                                .filter(node -> node instanceof Node.Operator operator
                                        && operator.line() == index
                                        && operator.kind() == Node.Kind.AFFINE)
                                .forEach(written::add));
            }
        }
        return written;
    }

    private Set<Node> nodes(Set<Reference> references) {
        Set<Node> nodes = new LinkedHashSet<>();
        cell.cards().forEach((node, card) -> {
            if (references.stream().anyMatch(each -> isOf(each, card))) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    /** The wires of all its ways. */
    Set<Wire> wires() {
        Set<Wire> wires = new LinkedHashSet<>();
        ways().forEach(way -> wires.addAll(way.wires()));
        return wires;
    }
}
