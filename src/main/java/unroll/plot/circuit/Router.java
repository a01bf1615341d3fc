package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Lays the wires along a lattice: the middle lines of rows and layers and some tracks in the gaps between them. One wire
 * after the other takes its cheapest way around the nodes (Lee's maze router with prices for length, bends and
 * crossings). Wires from one node share their way for as long as they can; others may cross at right angles only.
 */
final class Router {
    /** A thousandth, so that sums are exact. */
    private static final int UNIT = 1000;

    private static final int ACROSS_NODE = 4 * UNIT;
    private static final int SHARED = 10;
    private static final int BEND = 7 * UNIT;
    private static final int CROSSING = 30 * UNIT;
    private static final int OFF_MIDDLE = 400;
    private static final int ALONG_GAP = 900;

    private record Visit(int state, int cost) {}

    private final Map<Node, Slot> slots;
    private final Lattice lattice;
    private final int[] costs;
    private final int[] previous;

    Router(Map<Node, Slot> slots) {
        this.slots = slots;
        this.lattice = new Lattice(slots);
        this.costs = new int[lattice.points() * Heading.COUNT];
        this.previous = new int[costs.length];
    }

    /** The corners of every wire's way, ends included. */
    Map<Wire, List<Lattice.Point>> routes(Circuit circuit) {
        List<Wire> order = new ArrayList<>(circuit.wires());
        order.sort(Comparator.comparingInt(this::rowsBetween).thenComparingInt(this::layersBetween));
        Map<Wire, List<Lattice.Point>> routes = new HashMap<>();
        for (Wire wire : order) {
            routes.put(wire, route(wire));
        }
        return routes;
    }

    private int rowsBetween(Wire wire) {
        return Math.abs(slots.get(wire.from()).row() - slots.get(wire.to()).row());
    }

    private int layersBetween(Wire wire) {
        return Math.abs(slots.get(wire.from()).layer() - slots.get(wire.to()).layer());
    }

    private List<Lattice.Point> route(Wire wire) {
        int net = lattice.net(wire.from());
        int start = lattice.at(slots.get(wire.from()));
        int goal = lattice.at(slots.get(wire.to()));
        Arrays.fill(costs, Integer.MAX_VALUE);
        PriorityQueue<Visit> open =
                new PriorityQueue<>(Comparator.comparingInt(Visit::cost).thenComparingInt(Visit::state));
        Heading out = Layers.isInput(wire.from()) ? Heading.UP : Heading.RIGHT;
        int first = start * Heading.COUNT + out.ordinal();
        costs[first] = 0;
        previous[first] = -1;
        open.add(new Visit(first, 0));
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            int point = visit.state() / Heading.COUNT;
            if (point == goal) {
                return taken(visit.state(), net);
            }
            if (visit.cost() == costs[visit.state()]) {
                spread(visit, net, wire.to(), open);
            }
        }
        throw new IllegalStateException("no way for the wire from " + wire.from() + " to " + wire.to());
    }

    private void spread(Visit visit, int net, Node goal, PriorityQueue<Visit> open) {
        int point = visit.state() / Heading.COUNT;
        Heading heading = Heading.of(visit.state() % Heading.COUNT);
        boolean atStart = previous[visit.state()] < 0;
        for (Heading next : Heading.values()) {
            boolean bends = next != heading;
            if (next == heading.opposite() || (bends && (atStart || !lattice.mayBend(point, net)))) {
                continue;
            }
            int neighbour = lattice.neighbour(point, next);
            if (neighbour < 0 || !isOpen(neighbour, next, goal) || !lattice.mayPass(point, neighbour, next, net)) {
                continue;
            }
            int cost = visit.cost() + (bends ? BEND : 0) + price(point, neighbour, next, net);
            int state = neighbour * Heading.COUNT + next.ordinal();
            if (cost < costs[state]) {
                costs[state] = cost;
                previous[state] = visit.state();
                open.add(new Visit(state, cost));
            }
        }
    }

    private int price(int point, int neighbour, Heading heading, int net) {
        if (lattice.isOwn(point, neighbour, net)) {
            return SHARED;
        }
        int price = lattice.isBesideNode(point, neighbour) ? ACROSS_NODE : UNIT;
        price += lattice.isOffMiddle(neighbour, heading) ? OFF_MIDDLE : 0;
        price += heading.isLevel() && lattice.isInGap(neighbour) ? ALONG_GAP : 0;
        return price + (lattice.isCrossed(neighbour, heading, net) ? CROSSING : 0);
    }

    /** Nodes are closed but for the goal, which takes wires from where its kind allows. */
    private boolean isOpen(int point, Heading heading, Node goal) {
        Node node = lattice.node(point);
        if (node == null) {
            return true;
        }
        if (!node.equals(goal)) {
            return false;
        }
        if (goal instanceof Node.Exit exit && exit.upward()) {
            return heading == Heading.UP;
        }
        return heading == Heading.RIGHT || (goal.isOpenAllAround() && heading != Heading.LEFT);
    }

    private List<Lattice.Point> taken(int last, int net) {
        List<Integer> points = new ArrayList<>();
        for (int state = last; state >= 0; state = previous[state]) {
            points.add(0, state / Heading.COUNT);
        }
        return lattice.take(points, net);
    }
}
