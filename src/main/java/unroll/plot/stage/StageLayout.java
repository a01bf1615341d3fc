package unroll.plot.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import unroll.plot.Box;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.KeyRow;
import unroll.plot.lanes.StepTicks;

/**
 * Where everything stands.
 *
 * @param tiers from the bottom one
 * @param columns shared with the lanes
 * @param tops y of each tier's top, px
 * @param heights of the tiers, px
 * @param floor y of the lower end of the columns, where the numbers of the steps begin
 * @param placing to a stage that it is compared with
 */
record StageLayout(
        List<Tier> tiers,
        ColumnLayout columns,
        List<Double> tops,
        List<Double> heights,
        double floor,
        Placing placing) {
    static final double HEADER = 42;

    private static final double HEADER_GAP = 8;
    private static final double FOOTER_GAP = 6;
    private static final double LOSS_HEIGHT = 16;
    private static final double LOSS_EDGE = 16;
    private static final double STRIP_GAP = 4;

    /** Between an edge's ends and the cells, px. */
    private static final double EDGE_GAP = 2;

    /** Around the strips of a cell that has several. */
    private static final double BODY_MARGIN = 3;

    /** A cell is never wider than this, px. */
    private static final double MOST_CELL = 54;

    /** Wished height of a unit, and of a cell by its units, px. */
    private static final double UNIT = 7;

    private static final double LEAST_WISH = 20;
    private static final double MOST_WISH = 84;
    private static final double WISHED_EDGE = 30;
    private static final double LEAST_EDGE = 4;

    /** Edges up and down may grow to this where there is room, px. */
    private static final double LONGEST_EDGE = 64;

    private static final double MOST_GROWTH = 1.7;

    /** How much of a vector's height the track above its heat map takes where columns are too narrow for edges. */
    private static final double TRACK_SHARE = 0.4;

    private static final double WIDEST_SHARE = 0.6;
    private static final double LEAST_WIDEST = 6;
    private static final double MOST_WIDEST = 24;

    /** What two stages above each other both have room for. */
    private static final double MOST_SHARED_WIDEST = 12;

    /** Edges within a column leave some of the cell's width free. */
    private static final double UPWARD_SHARE = 0.8;

    StageLayout {
        tiers = List.copyOf(tiers);
        tops = List.copyOf(tops);
        heights = List.copyOf(heights);
    }

    static StageLayout of(List<Tier> tiers, ColumnLayout columns, double height, Placing placing) {
        Placing fitting = placing.within(height);
        double floor =
                height - StepTicks.HEIGHT - mapHeight(columns, fitting) - (fitting.isKeyed() ? KeyRow.HEIGHT : 0);
        double headerGap = placing.sharesWidths() ? 0 : HEADER_GAP;
        double room = floor - FOOTER_GAP - HEADER - headerGap - LOSS_HEIGHT - LOSS_EDGE;
        double cells = tiers.stream().mapToDouble(StageLayout::wish).sum();
        int gaps = tiers.size() - 1;
        double growth = Math.min(MOST_GROWTH, room / (cells + gaps * WISHED_EDGE));
        double edge = Math.max(LEAST_EDGE, Math.min(LONGEST_EDGE, (room - cells * growth) / gaps));
        double used = cells * growth + edge * gaps;
        double y = floor - FOOTER_GAP - Math.max(0, (room - used) / 2);
        List<Double> tops = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (Tier tier : tiers) {
            double tall = wish(tier) * growth;
            tops.add(y - tall);
            heights.add(tall);
            y -= tall + edge;
        }
        return new StageLayout(tiers, columns, tops, heights, floor, fitting);
    }

    private static double wish(Tier tier) {
        double one = Math.max(LEAST_WISH, Math.min(MOST_WISH, UNIT * tier.units()));
        return tier.strips().size() * one + (tier.strips().size() - 1) * STRIP_GAP;
    }

    /** The map of all steps stands under the numbers where it has something to say. */
    private static double mapHeight(ColumnLayout columns, Placing placing) {
        boolean needed = placing.isMapped()
                && (!columns.viewport().isWhole() || StageDetail.of(columns.pitch()) == StageDetail.STRIPS);
        return needed ? StageMap.HEIGHT : 0;
    }

    /** Under the numbers of the steps. */
    double mapTop() {
        return floor + StepTicks.HEIGHT;
    }

    /** Under the map, if there is one. */
    double keyTop() {
        return mapTop() + mapHeight(columns, placing);
    }

    StageDetail detail() {
        return StageDetail.of(columns.pitch());
    }

    /** Between cells and edges, px. */
    double edgeGap() {
        return detail() == StageDetail.CELLS ? EDGE_GAP : 0;
    }

    /** Around the strips of one cell, px; 0 where it has a single one. */
    double bodyMargin(int tier) {
        return detail() == StageDetail.CELLS && tiers.get(tier).strips().size() > 1 ? BODY_MARGIN : 0;
    }

    /** Narrow enough that an edge is at least as long as a cell is wide. */
    double cellWidth() {
        if (detail() == StageDetail.STRIPS) {
            return columns.pitch();
        }
        double margin = 0;
        for (int tier = 0; tier < tiers.size(); tier++) {
            margin = Math.max(margin, bodyMargin(tier));
        }
        return Math.min(MOST_CELL, columns.pitch() / 2 - margin - edgeGap());
    }

    /** A tier's whole cell at a step. */
    Box body(int tier, int t) {
        double margin = bodyMargin(tier);
        double width = cellWidth() + 2 * margin;
        double height = heights.get(tier) + 2 * margin;
        return new Box(columns.center(t) - width / 2, tops.get(tier) - margin, width, height);
    }

    /** One vector's heat map in a cell. */
    Box cell(int tier, int strip, int t) {
        Box whole = part(tier, strip, t);
        if (!hasTrack(tier)) {
            return whole;
        }
        double track = whole.height() * TRACK_SHARE;
        return new Box(whole.x(), whole.y() + track, whole.width(), whole.height() - track);
    }

    /** Above the heat map, where there is no room between columns, what travels through them. */
    Box track(int tier, int strip, int t) {
        Box whole = part(tier, strip, t);
        return new Box(whole.x(), whole.y(), whole.width(), whole.height() * TRACK_SHARE);
    }

    private boolean hasTrack(int tier) {
        return detail() == StageDetail.STRIPS && tiers.get(tier).part() == Tier.Part.LAYER;
    }

    private Box part(int tier, int strip, int t) {
        int count = tiers.get(tier).strips().size();
        double height = (heights.get(tier) - (count - 1) * STRIP_GAP) / count;
        double width = cellWidth();
        return new Box(columns.center(t) - width / 2, tops.get(tier) + strip * (height + STRIP_GAP), width, height);
    }

    /** y of the loss markers' top, px. */
    private double lossTop() {
        return tops.get(tops.size() - 1) - LOSS_EDGE - LOSS_HEIGHT;
    }

    /** The loss marker at a step. */
    Box loss(int t) {
        double width = Math.max(LEAST_WIDEST, Math.min(LOSS_HEIGHT, columns.pitch() - 2));
        return new Box(columns.center(t) - width / 2, lossTop(), width, LOSS_HEIGHT);
    }

    /** How wide gradients are drawn on edges between columns: less than the smallest cell is tall. */
    EdgeWidth edgeWidth() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int tier = 0; tier < tiers.size(); tier++) {
            if (tiers.get(tier).part() == Tier.Part.LAYER) {
                smallest = Math.min(smallest, part(tier, 0, 0).height());
            }
        }
        double most = placing.sharesWidths() ? MOST_SHARED_WIDEST : MOST_WIDEST;
        double share = detail() == StageDetail.STRIPS ? TRACK_SHARE : WIDEST_SHARE;
        return new EdgeWidth(Math.max(LEAST_WIDEST, Math.min(most, smallest * share)));
    }

    /** How much narrower they are drawn within a column, so that neighbours stay apart: a factor up to 1. */
    double upwardShare() {
        return Math.min(1, UPWARD_SHARE * cellWidth() / edgeWidth().widest());
    }

    /** The step whose column lies at a place. */
    OptionalInt stepAt(double x, double y) {
        return y >= HEADER && y < floor + StepTicks.HEIGHT ? columns.stepAt(x) : OptionalInt.empty();
    }
}
