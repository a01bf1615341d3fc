package unroll.plot.circuit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where wires from one node part. */
final class Junctions {
    private final Map<Node, Map<Lattice.Point, Set<Lattice.Point>>> nets = new HashMap<>();
    private final Map<Lattice.Point, Node> parting = new LinkedHashMap<>();

    private Junctions() {}

    /** The points, each with the node whose wires part there. */
    static Map<Lattice.Point, Node> of(Circuit circuit, Map<Wire, List<Lattice.Point>> routes) {
        Junctions junctions = new Junctions();
        circuit.wires().forEach(wire -> junctions.add(wire.from(), routes.get(wire)));
        return junctions.parting;
    }

    private void add(Node net, List<Lattice.Point> route) {
        Map<Lattice.Point, Set<Lattice.Point>> steps = nets.computeIfAbsent(net, each -> new HashMap<>());
        for (int i = 1; i < route.size(); i++) {
            Lattice.Point at = route.get(i - 1);
            while (!at.equals(route.get(i))) {
                Lattice.Point next = at.towards(route.get(i));
                join(net, steps, at, next);
                join(net, steps, next, at);
                at = next;
            }
        }
    }

    private void join(Node net, Map<Lattice.Point, Set<Lattice.Point>> steps, Lattice.Point from, Lattice.Point to) {
        Set<Lattice.Point> neighbours = steps.computeIfAbsent(from, each -> new LinkedHashSet<>());
        neighbours.add(to);
        if (neighbours.size() > 2) {
            parting.put(from, net);
        }
    }
}
