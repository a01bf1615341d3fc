package unroll.plot.circuit;

import java.util.ArrayList;
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
    private final List<Node> nodes;
    private final List<RowCost.Ends> wires;
    private final int[] layers;

    /** For each node the run of nodes that it stands in: ways up, the roads, the chains, the inputs. */
    private final int[] runs;

    /** The row of the first chain, below the ways up and the roads. */
    private final int top;

    private final int chains;

    RowSearch(Circuit circuit, Map<Node, Integer> layers, Chains chains) {
        this.nodes = circuit.nodes();
        this.wires = RowCost.Ends.of(circuit);
        this.layers = nodes.stream().mapToInt(layers::get).toArray();
        List<List<Node>> all = new ArrayList<>();
        all.add(chains.upward());
        all.addAll(chains.roads());
        this.top = all.size();
        all.addAll(chains.free());
        all.add(chains.inputs());
        this.runs = nodes.stream().mapToInt(node -> runOf(node, all)).toArray();
        this.chains = chains.free().size();
    }

    private static int runOf(Node node, List<List<Node>> runs) {
        int run = 0;
        while (!runs.get(run).contains(node)) {
            run++;
        }
        return run;
    }

    /** The place of every node. */
    Map<Node, Slot> slots() {
        int[] rows = new int[chains];
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
        Slot[] found = slots(rows);
        Map<Node, Slot> slots = new HashMap<>();
        for (int node = 0; node < found.length; node++) {
            slots.put(nodes.get(node), found[node]);
        }
        return slots;
    }

    /** Each chain in another row, in a row of its own between two, and each pair exchanged. */
    private List<int[]> neighbours(int[] rows) {
        List<int[]> trials = new ArrayList<>();
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
        return new RowCost(wires, slots(rows)).total();
    }

    /** The place of each node when the chains stand in the given rows. */
    private Slot[] slots(int[] rows) {
        int bottom = Arrays.stream(rows).max().orElse(top - 1) + 1;
        Slot[] slots = new Slot[runs.length];
        for (int node = 0; node < runs.length; node++) {
            int chain = runs[node] - top;
            int row = chain < 0 ? runs[node] : chain < chains ? rows[chain] : bottom;
            slots[node] = new Slot(layers[node], row);
        }
        return slots;
    }
}
