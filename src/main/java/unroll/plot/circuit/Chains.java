package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes of a circuit in runs that stand in one row each.
 *
 * @param roads from one state to itself, at the top
 * @param free whose rows are to be found
 * @param inputs at the bottom
 * @param upward ways out at the very top
 */
record Chains(List<List<Node>> roads, List<List<Node>> free, List<Node> inputs, List<Node> upward) {
    static Chains of(Circuit circuit, Map<Node, Integer> layers) {
        Builder builder = new Builder(circuit, layers);
        Collection<List<Node>> found = circuit.roads();
        List<List<Node>> roads = new ArrayList<>();
        found.forEach(road -> roads.add(builder.withExit(road)));
        roads.forEach(builder.placed::addAll);
        List<Node> inputs = circuit.nodes().stream().filter(Layers::isInput).toList();
        List<Node> upward = circuit.nodes().stream()
                .filter(node -> node instanceof Node.Exit exit && exit.upward())
                .toList();
        builder.placed.addAll(inputs);
        builder.placed.addAll(upward);
        return new Chains(roads, builder.free(), inputs, upward);
    }

    private static final class Builder {
        private final Circuit circuit;
        private final Map<Node, Integer> layers;
        private final Map<Node, List<Wire>> arriving;
        private final Map<Node, List<Wire>> leaving;
        private final Set<Node> placed = new HashSet<>();

        private Builder(Circuit circuit, Map<Node, Integer> layers) {
            this.circuit = circuit;
            this.layers = layers;
            this.arriving = circuit.arriving();
            this.leaving = circuit.leaving();
        }

        private List<Node> withExit(List<Node> road) {
            List<Node> whole = new ArrayList<>(road);
            leaving.get(road.get(road.size() - 1)).stream()
                    .map(Wire::to)
                    .filter(node -> node instanceof Node.Exit exit && !exit.upward())
                    .forEach(whole::add);
            return whole;
        }

        private List<List<Node>> free() {
            List<List<Node>> chains = new ArrayList<>();
            for (Node node : circuit.nodes()) {
                if (!placed.contains(node) && mainSource(node).isEmpty()) {
                    List<Node> chain = new ArrayList<>();
                    Optional<Node> next = Optional.of(node);
                    while (next.isPresent()) {
                        chain.add(next.get());
                        placed.add(next.get());
                        next = continuation(next.get());
                    }
                    chains.add(chain);
                }
            }
            return chains;
        }

        private Optional<Node> continuation(Node node) {
            return leaving.get(node).stream()
                    .map(Wire::to)
                    .filter(to -> mainSource(to).equals(Optional.of(node)))
                    .filter(to -> !placed.contains(to))
                    .findFirst();
        }

        /** The first of the nodes read whose whole flow goes there, exits aside. */
        private Optional<Node> mainSource(Node node) {
            return arriving.get(node).stream()
                    .map(Wire::from)
                    .filter(from -> !isFixed(from) && layers.get(from) < layers.get(node))
                    .filter(from -> node instanceof Node.Exit || readers(from) == 1)
                    .findFirst();
        }

        private long readers(Node node) {
            return leaving.get(node).stream()
                    .filter(wire -> !(wire.to() instanceof Node.Exit))
                    .count();
        }

        private boolean isFixed(Node node) {
            return Layers.isInput(node) || circuit.roads().stream().anyMatch(road -> road.contains(node));
        }
    }
}
