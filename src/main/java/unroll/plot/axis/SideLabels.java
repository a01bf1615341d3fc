package unroll.plot.axis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Puts labels as close as possible to where they belong without overlap. */
public final class SideLabels {

    /** Where labels may stand: from {@code top} to {@code bottom}, each {@code height} tall. */
    private record Column(double height, double top, double bottom) {
        double clamp(double start, int count) {
            return Math.max(top, Math.min(bottom - count * height, start));
        }
    }

    /** Neighbours that touch: they move as one. {@code sum} holds what the first would wish for on behalf of each. */
    private record Cluster(double sum, int count, Column column) {
        double top() {
            return column.clamp(sum / count, count);
        }

        double bottom() {
            return top() + count * column.height;
        }

        Cluster merged(Cluster below) {
            double shift = count * column.height;
            return new Cluster(sum + below.sum - below.count * shift, count + below.count, column);
        }
    }

    private SideLabels() {}

    /**
     * Places labels of one height in a column; the sum of squared moves is the smallest that keeps them apart.
     *
     * @param wanted middles of the labels, px from the top, in any order
     * @param height of each label, px
     * @param top where the column starts, px
     * @param bottom where it ends, px; labels run over it when there are too many
     * @return middles of the labels in the order of {@code wanted}
     */
    public static double[] place(double[] wanted, double height, double top, double bottom) {
        List<Integer> order = IntStream.range(0, wanted.length)
                .boxed()
                .sorted((a, b) -> Double.compare(wanted[a], wanted[b]))
                .toList();
        Column column = new Column(height, top, bottom);
        Deque<Cluster> clusters = new ArrayDeque<>();
        for (int index : order) {
            Cluster cluster = new Cluster(wanted[index] - height / 2, 1, column);
            while (!clusters.isEmpty() && clusters.getLast().bottom() > cluster.top()) {
                cluster = clusters.removeLast().merged(cluster);
            }
            clusters.addLast(cluster);
        }
        return middles(clusters, order, height);
    }

    private static double[] middles(Deque<Cluster> clusters, List<Integer> order, double height) {
        double[] placed = new double[order.size()];
        int next = 0;
        for (Cluster cluster : clusters) {
            for (int i = 0; i < cluster.count(); i++) {
                placed[order.get(next++)] = cluster.top() + (i + 0.5) * height;
            }
        }
        return placed;
    }
}
