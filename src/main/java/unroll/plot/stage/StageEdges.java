package unroll.plot.stage;

import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.lanes.Viewport;

/**
 * Where the edges lie.
 *
 * @param plan the roads
 * @param layout the cells between which they run
 */
record StageEdges(StagePlan plan, StageLayout layout) {
    /** The way of a road from a step on, as values go; empty where none of it can be seen. */
    Optional<Segment> segment(Road road, int t) {
        if (!road.exists(t)) {
            return Optional.empty();
        }
        return road.isRecurrent() ? onwards(road, t) : upwards(road, t);
    }

    private Optional<Segment> upwards(Road road, int t) {
        if (!viewport().contains(t)) {
            return Optional.empty();
        }
        double gap = layout.edgeGap();
        Box from = layout.body(road.from().tier(), t);
        boolean toLoss = road.to().tier() == plan.tiers().size();
        Box to = toLoss ? layout.loss(t) : layout.body(road.to().tier(), t);
        double x = layout.columns().center(t);
        return Optional.of(new Segment(x, from.y() - gap, x, to.bottom() + gap));
    }

    /** An edge to a column that is not shown is cut at the end of the shown ones. */
    private Optional<Segment> onwards(Road road, int t) {
        int reader = t + road.later();
        if (!viewport().contains(t) && !viewport().contains(reader)) {
            return Optional.empty();
        }
        Box cell = cell(road.from(), t);
        double y = cell.y() + cell.height() / 2;
        int tier = road.from().tier();
        double gap = layout.edgeGap();
        double left = Math.max(
                layout.columns().left(), layout.body(tier, Math.min(t, reader)).right() + gap);
        double right = Math.min(
                layout.columns().right(), layout.body(tier, Math.max(t, reader)).x() - gap);
        Segment onwards = new Segment(left, y, right, y);
        return Optional.of(road.later() > 0 ? onwards : onwards.reversed());
    }

    /** Where a vector is drawn at a step. */
    Box cell(Place place, int t) {
        if (place.tier() == plan.tiers().size()) {
            return layout.loss(t);
        }
        return place.strip() == Place.BODY ? layout.body(place.tier(), t) : layout.cell(place.tier(), place.strip(), t);
    }

    private Viewport viewport() {
        return layout.columns().viewport();
    }
}
