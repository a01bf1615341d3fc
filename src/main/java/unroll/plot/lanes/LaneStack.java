package unroll.plot.lanes;

import java.util.ArrayList;
import java.util.List;

/**
 * Where lanes stand above each other, and how tall they are.
 *
 * @param tops y of each shown lane's top, px
 * @param heights of each shown lane, px
 */
record LaneStack(List<Double> tops, List<Double> heights) {
    static final double GAP = 9;
    private static final double TOP = 6;

    /** Wished height of a unit, px. */
    private static final double UNIT = 6;

    private static final double LEAST_WISH = 14;
    private static final double MOST_WISH = 78;

    /** A single unit is not stretched into a wall, px. */
    private static final double MOST_OF_UNIT = 22;

    private static final double LEAST_OF_UNIT = 12;
    private static final double LEAST_OF_MANY = 24;
    private static final double MOST_SCALE = 50;
    private static final int ROUNDS = 24;

    /**
     * Shares a height among lanes: more for those with more units, up to a limit.
     *
     * @param units of each lane
     * @param available px for all of them
     * @return as many of the first lanes as stay readable
     */
    static LaneStack of(List<Integer> units, double available) {
        List<Integer> shown = new ArrayList<>();
        double least = TOP;
        for (int count : units) {
            least += least(count) + GAP;
            if (least > available && !shown.isEmpty()) {
                break;
            }
            shown.add(count);
        }
        double room = available - TOP - shown.size() * GAP;
        List<Double> tops = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        double y = TOP;
        double scale = scale(shown, room);
        for (int count : shown) {
            double height = height(count, scale);
            tops.add(y);
            heights.add(height);
            y += height + GAP;
        }
        return new LaneStack(tops, heights);
    }

    /** What it takes to show all lanes well. */
    static double wishedHeight(List<Integer> units) {
        return TOP + units.stream().mapToDouble(count -> wish(count) + GAP).sum();
    }

    /** Lanes at their limits leave room to others or take it from them, so the scale is found by halving. */
    private static double scale(List<Integer> units, double room) {
        double low = 0;
        double high = MOST_SCALE;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = (low + high) / 2;
            double used =
                    units.stream().mapToDouble(count -> height(count, middle)).sum();
            if (used > room) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static double height(int units, double scale) {
        double most = units == 1 ? MOST_OF_UNIT : Double.POSITIVE_INFINITY;
        return Math.floor(Math.max(least(units), Math.min(most, wish(units) * scale)));
    }

    private static double wish(int units) {
        return Math.max(LEAST_WISH, Math.min(MOST_WISH, UNIT * units));
    }

    private static double least(int units) {
        return units == 1 ? LEAST_OF_UNIT : Math.min(LEAST_OF_MANY, Math.max(LEAST_WISH, UNIT * units));
    }

    int count() {
        return tops.size();
    }

    double bottom() {
        return count() == 0 ? TOP : tops.get(count() - 1) + heights.get(count() - 1) + GAP;
    }
}
