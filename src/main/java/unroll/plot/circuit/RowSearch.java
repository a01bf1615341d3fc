package unroll.plot.circuit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds a row for every chain by descent: chains are moved and exchanged for as long as that makes the picture cheaper.
 * The order of all trials is fixed, so that a circuit always looks the same.
 */
final class RowSearch {
    private final Circuit circuit;
    private final Map<Node, Integer> layers;
    private final Chains chains;
    private final int top;

    RowSearch(Circuit circuit, Map<Node, Integer> layers, Chains chains) {
        this.circuit = circuit;
        this.layers = layers;
        this.chains = chains;
        this.top = 1 + chains.roads().size();
    }

    /** The place of every node. */
    Map<Node, Slot> slots() {
        int[] rows = new int[chains.free().size()];
        Arrays.setAll(rows, chain -> top + chain);
        double cost = cost(rows);
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int[] trial : neighbours(rows)) {
                double trialCost = cost(trial);
                if (trialCost < cost) {
                    cost = trialCost;
                    rows = trial;
                    improved = true;
                }
            }
        }
        return slots(rows);
    }

    /** Each chain in another row, in a row of its own between two, and each pair exchanged. */
    private List<int[]> neighbours(int[] rows) {
        List<int[]> trials = new java.util.ArrayList<>();
        int last = Arrays.stream(rows).max().orElse(top);
        for (int chain = 0; chain < rows.length; chain++) {
            for (int row = top; row <= last + 1; row++) {
                trials.add(moved(rows, chain, row, 0));
                trials.add(moved(rows, chain, row, 1));
            }
            for (int other = chain + 1; other < rows.length; other++) {
                int[] trial = rows.clone();
                trial[chain] = rows[other];
                trial[other] = rows[chain];
                trials.add(trial);
            }
        }
        return trials;
    }

    /** One chain at a row; the rows from there on make way by so many. */
    private int[] moved(int[] rows, int chain, int row, int way) {
        int[] trial = rows.clone();
        for (int each = 0; each < rows.length; each++) {
            trial[each] += rows[each] >= row ? way : 0;
        }
        trial[chain] = row;
        return compact(trial);
    }

    private int[] compact(int[] rows) {
        Set<Integer> used = new TreeSet<>();
        Arrays.stream(rows).forEach(used::add);
        Map<Integer, Integer> ranks = new HashMap<>();
        used.forEach(row -> ranks.put(row, top + ranks.size()));
        return Arrays.stream(rows).map(ranks::get).toArray();
    }

    private double cost(int[] rows) {
        return new RowCost(circuit, slots(rows)).total();
    }

    private Map<Node, Slot> slots(int[] rows) {
        Map<Node, Slot> slots = new HashMap<>();
        chains.upward().forEach(node -> slots.put(node, new Slot(layers.get(node), 0)));
        for (int road = 0; road < chains.roads().size(); road++) {
            for (Node node : chains.roads().get(road)) {
                slots.put(node, new Slot(layers.get(node), 1 + road));
            }
        }
        for (int chain = 0; chain < rows.length; chain++) {
            for (Node node : chains.free().get(chain)) {
                slots.put(node, new Slot(layers.get(node), rows[chain]));
            }
        }
        int bottom = Arrays.stream(rows).max().orElse(top - 1) + 1;
        chains.inputs().forEach(node -> slots.put(node, new Slot(layers.get(node), bottom)));
        return slots;
    }
}
