package unroll.plot.stage;

import java.util.Optional;
import java.util.OptionalInt;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Wording;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.StepTicks;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.UnitText;

/**
 * Finds what the stage shows at a point.
 *
 * @param view what is shown
 * @param edges where it stands
 * @param wording for the texts
 */
record StageHits(StageView view, StageEdges edges, Wording wording) {
    /** A thin edge is hit this far beside it, px. */
    private static final double REACH = 4;

    Optional<Hit> at(double x, double y) {
        return unit(x, y).or(() -> loss(x, y)).or(() -> edge(x, y)).or(() -> step(x, y));
    }

    private StageLayout layout() {
        return edges.layout();
    }

    private Knowledge knowledge() {
        return view.knowledge();
    }

    private UnitText text() {
        return new UnitText(knowledge().trace().network(), wording);
    }

    private Optional<Hit> unit(double x, double y) {
        OptionalInt t = layout().stepAt(x, y);
        for (int tier = 0; tier < layout().tiers().size() && t.isPresent(); tier++) {
            for (int index = 0; index < layout().tiers().get(tier).strips().size(); index++) {
                Box cell = layout().cell(tier, index, t.getAsInt());
                if (cell.contains(x, y)) {
                    return unit(tier, index, t.getAsInt(), x, y);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> unit(int tier, int index, int t, double x, double y) {
        LaneStrip strip = layout().tiers().get(tier).strips().get(index);
        Box cell = layout().cell(tier, index, t);
        CellGrid grid = CellGrid.in(layout(), strip.units(), cell);
        int unit = grid.unit(grid.placeAt(cell, x, y));
        if (strip.vector().progress(t).isEmpty()) {
            return Optional.empty();
        }
        Site site = strip.lane().site();
        UnitTarget target = new UnitTarget(site, false, t, unit);
        String value = text().of(target, strip.vector());
        KnownVector gradient = knowledge().gradients(site, view.row());
        String both =
                gradient.isKnown(t) ? value + "\n" + text().of(new UnitTarget(site, true, t, unit), gradient) : value;
        return Optional.of(new Hit(both, grid.box(cell, grid.place(unit)), target));
    }

    private Optional<Hit> loss(double x, double y) {
        OptionalInt t = layout().stepAt(x, y);
        if (t.isEmpty() || t.getAsInt() == 0 || !knowledge().trace().hasLossAt(t.getAsInt())) {
            return Optional.empty();
        }
        LossMarkers markers = new LossMarkers(knowledge(), view.row(), edges.plan(), layout());
        Box marker = layout().loss(t.getAsInt());
        if (marker.contains(x, y)) {
            UnitTarget target = new UnitTarget(Site.head(Quantity.LOSS), false, t.getAsInt(), 0);
            return Optional.of(new Hit(text().of(target, markers.loss()), marker, target));
        }
        return markers.targetHit(t.getAsInt(), x, y, text());
    }

    private Optional<Hit> edge(double x, double y) {
        OptionalInt column = layout().stepAt(x, y);
        if (column.isEmpty() || layout().detail() == StageDetail.STRIPS) {
            return Optional.empty();
        }
        for (Road road : edges.plan().roads()) {
            int first = column.getAsInt() - (road.isRecurrent() ? 1 : 0);
            int last = column.getAsInt() + (road.isRecurrent() ? 1 : 0);
            for (int t = Math.max(0, first); t <= last; t++) {
                Optional<Hit> hit = edge(road, t, x, y);
                if (hit.isPresent()) {
                    return hit;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> edge(Road road, int t, double x, double y) {
        boolean known = road.sentBack().isKnown(t);
        double norm = known ? road.sentBack().norm(t) : 0;
        double share = road.isRecurrent() ? 1 : layout().upwardShare();
        double width = known ? share * layout().edgeWidth().of(norm) : 0;
        return edges.segment(road, t)
                .map(segment -> segment.area(Math.max(2 * REACH, width)))
                .filter(area -> area.contains(x, y))
                .map(area -> new Hit(edgeText(road, t), area, new EdgeTarget(road.site(), t, road.later())));
    }

    private String edgeText(Road road, int t) {
        if (!road.sentBack().isKnown(t)) {
            String name = text().vectorName(road.site(), false, t);
            return wording.text(road.isUsed(t) ? "hit.passed" : "hit.waiting", name);
        }
        String name = text().vectorName(road.site(), true, t);
        if (road.isCut(t)) {
            return wording.text("hit.cut", name, t + road.later());
        }
        String norm = NumberFormat.format(road.sentBack().norm(t));
        return road.isRecurrent()
                ? wording.text("hit.backInTime", name, norm, t + road.later())
                : wording.text("hit.backDown", name, norm);
    }

    /** The number under a column, or its place in the map of all steps. */
    private Optional<Hit> step(double x, double y) {
        OptionalInt mapped = StageMap.stepAt(layout(), x, y);
        if (mapped.isPresent()) {
            Box area = new Box(x, layout().mapTop(), 1, StageMap.HEIGHT);
            return Optional.of(new Hit("t = " + mapped.getAsInt(), area, new MapTarget(mapped.getAsInt())));
        }
        OptionalInt column = layout().stepAt(x, y);
        if (column.isEmpty() || y < layout().floor()) {
            return Optional.empty();
        }
        double left = layout().columns().x(column.getAsInt());
        Box area = new Box(left, layout().floor(), layout().columns().pitch(), StepTicks.HEIGHT);
        return Optional.of(stepHit(column.getAsInt(), area));
    }

    private static Hit stepHit(int t, Box area) {
        return new Hit("t = " + t, area, new StepTarget(t));
    }
}
