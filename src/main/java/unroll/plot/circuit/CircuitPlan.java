package unroll.plot.circuit;

import java.util.List;
import java.util.Map;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.op.Quantity;

/**
 * A cell's circuit laid out on a grid, without sizes: in layers from left to right as the values flow. A state that goes
 * through the cell element by element has its road along the top; the input comes from below; rows are chosen for few
 * crossings and short wires. Made from the equations alone, once for each layer of a network.
 */
public final class CircuitPlan {
    private final Circuit circuit;
    private final Map<Node, Slot> slots;
    private final Map<Wire, List<Lattice.Point>> routes;
    private final Map<Lattice.Point, Node> junctions;

    private CircuitPlan(Circuit circuit, Map<Node, Slot> slots, Map<Wire, List<Lattice.Point>> routes) {
        this.circuit = circuit;
        this.slots = Map.copyOf(slots);
        this.routes = Map.copyOf(routes);
        this.junctions = Junctions.of(circuit, routes);
    }

    /** The circuit of the cell that runs in a chain. */
    public static CircuitPlan of(Network network, Chain chain) {
        boolean top = chain.layer() == network.layers() - 1;
        Quantity readout = top ? network.readByHead() : network.cell().output();
        return of(Circuit.of(network.cellLines(chain.layer()), readout));
    }

    static CircuitPlan of(Circuit circuit) {
        Map<Node, Integer> layers = Layers.of(circuit);
        Map<Node, Slot> slots = new RowSearch(circuit, layers, Chains.of(circuit, layers)).slots();
        return new CircuitPlan(circuit, slots, new Router(slots).routes(circuit));
    }

    Circuit circuit() {
        return circuit;
    }

    Slot slot(Node node) {
        return slots.get(node);
    }

    /** The ends and corners of a wire's way. */
    List<Lattice.Point> route(Wire wire) {
        return routes.get(wire);
    }

    /** Where wires part, each with the node that they come from. */
    Map<Lattice.Point, Node> junctions() {
        return junctions;
    }

    int layers() {
        return 1 + slots.values().stream().mapToInt(Slot::layer).max().orElse(0);
    }

    int rows() {
        return 1 + slots.values().stream().mapToInt(Slot::row).max().orElse(0);
    }
}
