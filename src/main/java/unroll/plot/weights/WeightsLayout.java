package unroll.plot.weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import unroll.core.model.ParameterLayout.Entry;
import unroll.plot.Box;

/**
 * Where the pictures of some parameters stand: side by side, one row for each aspect.
 *
 * @param rows for each aspect the pictures' places, in the order of the parameters
 */
record WeightsLayout(Map<Aspect, List<Box>> rows) {
    private static final double PAD = 12;
    private static final double TITLE = 24;
    private static final double GAP = 12;
    private static final double BAR = 70;
    private static final double BIAS_WIDTH = 14;
    private static final double LEAST_WIDTH = 9;
    private static final double LEAST_HEIGHT = 10;

    /** A column vector is not drawn narrower than this share of its height. */
    private static final double LEAST_RATIO = 0.35;

    private static final double LARGEST_RATIO = 1.6;

    /** Where there is room, no matrix is narrower, however low it is, px. */
    private static final double READABLE_WIDTH = 80;

    /**
     * Biases take a fixed width, matrices share the rest by the square root of their columns, wide ones at most a square
     * and a half.
     *
     * @param left room for what stands beside the rows, px
     */
    static WeightsLayout of(List<Entry> entries, double left, double width, double height) {
        int aspects = Aspect.values().length;
        double tall = Math.max(LEAST_HEIGHT, (height - 2 * PAD - TITLE - (aspects - 1) * GAP) / aspects);
        double[] widths = widths(entries, width - left - BAR - GAP * (entries.size() - 1), tall);
        Map<Aspect, List<Box>> rows = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            double y = PAD + TITLE + aspect.ordinal() * (tall + GAP);
            double x = left;
            List<Box> boxes = new ArrayList<>();
            for (double wide : widths) {
                boxes.add(new Box(x, y, wide, tall));
                x += wide + GAP;
            }
            rows.put(aspect, boxes);
        }
        return new WeightsLayout(rows);
    }

    private static double[] widths(List<Entry> entries, double room, double tall) {
        double weights = 0;
        double rest = room;
        for (Entry entry : entries) {
            weights += Math.sqrt(entry.columns());
            rest -= entry.columns() == 0 ? BIAS_WIDTH : 0;
        }
        double[] widths = new double[entries.size()];
        for (int i = 0; i < widths.length; i++) {
            Entry entry = entries.get(i);
            double share = Math.max(LEAST_WIDTH, rest * Math.sqrt(entry.columns()) / weights);
            double ratio = Math.max(LEAST_RATIO, (double) entry.columns() / entry.rows());
            double wanted = Math.max(READABLE_WIDTH, tall * Math.min(ratio, LARGEST_RATIO));
            widths[i] = entry.columns() == 0 ? BIAS_WIDTH : Math.min(share, wanted);
        }
        return widths;
    }

    Box box(Aspect aspect, int entry) {
        return rows.get(aspect).get(entry);
    }

    /** The place of a colour bar beside an aspect's row. */
    Box bar(Aspect first, Aspect last) {
        List<Box> boxes = rows.get(first);
        Box above = boxes.get(boxes.size() - 1);
        double bottom = rows.get(last).get(0).bottom();
        return new Box(above.right() + GAP + 4, above.y(), BAR, bottom - above.y());
    }
}
