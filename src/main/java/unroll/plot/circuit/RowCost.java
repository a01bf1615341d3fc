package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a choice of rows costs, from straight stand-ins for the wires: crossings, nodes in the way, rows and length. Far
 * quicker than routing the wires, and right about which of two choices looks better.
 */
final class RowCost {
    private static final double OVERLAP = 1000;
    private static final double IN_THE_WAY = 100;
    private static final double CROSSING = 12;
    private static final double ROW = 3;
    private static final double ACROSS = 0.1;

    /** Between two layers. */
    private static final double GAP = 0.5;

    /** A straight piece from {@code low} to {@code high} on one line. */
    private record Piece(int net, boolean level, double at, double low, double high) {
        static Piece of(int net, boolean level, double at, double one, double other) {
            return new Piece(net, level, at, Math.min(one, other), Math.max(one, other));
        }

        boolean crosses(Piece other) {
            return level != other.level && at > other.low && at < other.high && other.at > low && other.at < high;
        }

        boolean covers(Piece other) {
            return level == other.level && at == other.at && low < other.high && other.low < high;
        }
    }

    /**
     * A wire between nodes that go by their indices, as looking nodes up is what the search would spend its time on.
     *
     * @param upward whether it leaves its node upwards
     * @param fromAside whether it reaches its node from the left only
     */
    record Ends(int from, int to, boolean upward, boolean fromAside) {
        /** The ends of all wires of a circuit. */
        static List<Ends> of(Circuit circuit) {
            Map<Node, Integer> indices = new HashMap<>();
            circuit.nodes().forEach(node -> indices.put(node, indices.size()));
            return circuit.wires().stream()
                    .map(wire -> new Ends(
                            indices.get(wire.from()),
                            indices.get(wire.to()),
                            Layers.isInput(wire.from()),
                            !wire.to().isOpenAllAround() && !(wire.to() instanceof Node.Exit)))
                    .toList();
        }
    }

    private final List<Ends> wires;
    private final Slot[] slots;
    private final Map<Slot, Integer> taken = new HashMap<>();

    /** @param slots of the nodes by their indices */
    RowCost(List<Ends> wires, Slot[] slots) {
        this.wires = wires;
        this.slots = slots;
        for (Slot slot : slots) {
            taken.merge(slot, 1, Integer::sum);
        }
    }

    double total() {
        double cost = 0;
        for (int nodes : taken.values()) {
            cost += OVERLAP * (nodes - 1);
        }
        List<Piece> pieces = new ArrayList<>();
        for (Ends wire : wires) {
            List<Piece> way = way(wire);
            cost += inTheWay(way);
            pieces.addAll(way);
        }
        cost += ROW * Arrays.stream(slots).mapToInt(Slot::row).distinct().count();
        return cost + ofPieces(pieces);
    }

    private static double ofPieces(List<Piece> pieces) {
        double cost = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            cost += (piece.level() ? ACROSS : 1) * (piece.high() - piece.low());
            for (int j = 0; j < i; j++) {
                Piece other = pieces.get(j);
                if (piece.net() != other.net()) {
                    cost += piece.crosses(other) ? CROSSING : 0;
                    cost += piece.covers(other) ? 1 + (piece.level() ? CROSSING : 0) : 0;
                }
            }
        }
        return cost;
    }

    private List<Piece> way(Ends wire) {
        Slot from = slots[wire.from()];
        Slot to = slots[wire.to()];
        if (from.row() == to.row()) {
            return List.of(level(wire, from.row(), from.layer(), to.layer()));
        }
        if (from.layer() == to.layer()) {
            return List.of(upright(wire, from.layer(), from.row(), to.row()));
        }
        List<Piece> late = List.of(
                level(wire, from.row() - (wire.upward() ? GAP : 0), from.layer(), to.layer()),
                upright(wire, to.layer(), from.row(), to.row()));
        List<Piece> early = List.of(
                upright(wire, from.layer() + GAP, from.row(), to.row()),
                level(wire, to.row(), from.layer() + GAP, to.layer()));
        return wire.fromAside() || inTheWay(early) < inTheWay(late) ? early : late;
    }

    private static Piece level(Ends wire, double row, double one, double other) {
        return Piece.of(wire.from(), true, row, one, other);
    }

    private static Piece upright(Ends wire, double layer, double one, double other) {
        return Piece.of(wire.from(), false, layer, one, other);
    }

    /** Nodes that a way would have to go through; its own ends aside. */
    private double inTheWay(List<Piece> way) {
        int nodes = 0;
        for (Piece piece : way) {
            if (piece.at() != Math.rint(piece.at())) {
                continue;
            }
            for (int place = (int) Math.floor(piece.low()) + 1; place < piece.high(); place++) {
                int at = (int) piece.at();
                nodes += taken.containsKey(piece.level() ? new Slot(place, at) : new Slot(at, place)) ? 1 : 0;
            }
        }
        if (way.size() == 2
                && way.get(0).level()
                && way.get(0).at() == Math.rint(way.get(0).at())) {
            // where it turns
            nodes += taken.containsKey(
                            new Slot((int) way.get(1).at(), (int) way.get(0).at()))
                    ? 1
                    : 0;
        }
        return IN_THE_WAY * nodes;
    }
}
