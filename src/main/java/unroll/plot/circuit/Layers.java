package unroll.plot.circuit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import unroll.core.op.Quantity;

/** The columns of a circuit: how many nodes lie at most before each one. */
final class Layers {
    private final Circuit circuit;
    private final Map<Node, List<Wire>> arriving;
    private final Map<Node, List<Wire>> leaving;
    private final Map<Node, Integer> layers = new HashMap<>();

    private Layers(Circuit circuit) {
        this.circuit = circuit;
        this.arriving = circuit.arriving();
        this.leaving = circuit.leaving();
    }

    static Map<Node, Integer> of(Circuit circuit) {
        Layers layers = new Layers(circuit);
        circuit.nodes().forEach(layers::longestWay);
        layers.pullToReaders();
        layers.placeExits();
        layers.placeInputs();
        return Map.copyOf(layers.layers);
    }

    private int longestWay(Node node) {
        Integer known = layers.get(node);
        if (known != null) {
            return known;
        }
        int layer = arriving.get(node).stream()
                        .mapToInt(wire -> longestWay(wire.from()))
                        .max()
                        .orElse(-1)
                + 1;
        layers.put(node, layer);
        return layer;
    }

    /** What depends on nothing but what the cell is given waits until it is read, as does 1 − v; gates stay side by side. */
    private void pullToReaders() {
        for (int i = circuit.nodes().size() - 1; i >= 0; i--) {
            Node node = circuit.nodes().get(i);
            if ((isFree(node) || isComplement(node)) && !leaving.get(node).isEmpty()) {
                int reader = leaving.get(node).stream()
                        .mapToInt(wire -> layers.get(wire.to()))
                        .min()
                        .orElseThrow();
                layers.put(node, Math.max(layers.get(node), reader - 1));
            }
        }
    }

    private static boolean isComplement(Node node) {
        return node instanceof Node.Operator operator && operator.kind() == Node.Kind.COMPLEMENT;
    }

    private boolean isFree(Node node) {
        List<Wire> from = arriving.get(node);
        return !from.isEmpty()
                && from.stream()
                        .map(Wire::from)
                        .allMatch(each -> arriving.get(each).isEmpty()
                                || leaving.get(each).size() == 1 && isFree(each));
    }

    /** Ways up behind all else, so that they are straight, and behind them those to the next step. */
    private void placeExits() {
        int last = layers.entrySet().stream()
                .filter(entry -> !(entry.getKey() instanceof Node.Exit))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        layers.replaceAll((node, layer) -> node instanceof Node.Exit exit ? last + (exit.upward() ? 1 : 2) : layer);
    }

    /** The input comes from below, straight into its first reader. */
    private void placeInputs() {
        for (Node node : circuit.nodes()) {
            if (isInput(node)) {
                int reader = leaving.get(node).stream()
                        .mapToInt(wire -> layers.get(wire.to()))
                        .min()
                        .orElseThrow();
                layers.put(node, reader);
            }
        }
    }

    /** The layer's input itself. */
    static boolean isInput(Node node) {
        return node instanceof Node.Vector vector && vector.ref().quantity().equals(Quantity.INPUT);
    }
}
