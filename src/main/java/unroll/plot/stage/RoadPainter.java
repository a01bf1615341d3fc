package unroll.plot.stage;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import unroll.plot.Box;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Viewport;

/**
 * Draws all edges of the stage.
 *
 * @param edges where they lie
 * @param backward whether the backward pass has begun, so that edges wait for gradients and not for values
 * @param palette the theme
 */
record RoadPainter(StageEdges edges, boolean backward, Palette palette) {
    private static final double LINE = 1.4;

    /** What comes back to the input goes no further, and is drawn lighter than the roads through the network. */
    private static final double DEAD_END = 0.5;

    /** Lines of a pixel column each, side by side, must not become a wall. */
    private static final double CURTAIN = 0.4;

    void paint(Graphics2D g) {
        for (Road road : edges.plan().roads()) {
            if (edges.layout().detail() != StageDetail.STRIPS) {
                paintEdges(g, road);
            } else if (road.isRecurrent()) {
                paintRibbon(g, road);
            } else {
                paintCurtain(g, road);
            }
        }
    }

    private EdgePainter edgePainter() {
        return new EdgePainter(palette, edges.layout().edgeWidth());
    }

    private void paintEdges(Graphics2D g, Road road) {
        EdgePainter painter = edgePainter();
        double share = road.isRecurrent() ? 1 : edges.layout().upwardShare();
        Viewport shown = edges.layout().columns().viewport();
        int beside = road.isRecurrent() ? 1 : 0;
        for (int step = Math.max(0, shown.first() - beside); step <= shown.last() + beside; step++) {
            int t = step;
            edges.segment(road, t).ifPresent(edge -> {
                if (road.isCut(t)) {
                    painter.paintCut(g, edge, isUsed(road, t));
                } else if (road.sentBack().isKnown(t)) {
                    painter.paintGradient(g, edge, road.sentBack().norm(t), share, opacity(road));
                } else {
                    painter.paintValue(g, edge, isUsed(road, t));
                }
            });
        }
    }

    private static double opacity(Road road) {
        return road.from().tier() == 0 ? DEAD_END : 1;
    }

    private boolean isUsed(Road road, int t) {
        return !backward && road.isUsed(t);
    }

    /** One bar a pixel column, as wide as the gradient of its step. */
    private void paintRibbon(Graphics2D g, Road road) {
        EdgePainter painter = edgePainter();
        Box track = edges.layout().track(road.from().tier(), road.from().strip(), 0);
        double middle = track.y() + track.height() / 2;
        ColumnLayout columns = edges.layout().columns();
        for (double x = columns.left(); x < columns.right(); x++) {
            int t = columns.stepAt(x).orElse(columns.viewport().last());
            if (!road.exists(t) || road.isCut(t)) {
                continue;
            }
            double width = LINE;
            g.setColor(palette.color(isUsed(road, t) ? Role.FORWARD : Role.BORDER));
            if (road.sentBack().isKnown(t)) {
                double norm = road.sentBack().norm(t);
                width = norm < EdgeWidth.LOW ? LINE : painter.width().of(norm);
                g.setColor(painter.color(norm, 1));
            }
            g.fill(new Rectangle2D.Double(x, middle - width / 2, 1, width));
        }
    }

    /** Edges within columns too narrow for width: a line a pixel column, the stronger the gradient. */
    private void paintCurtain(Graphics2D g, Road road) {
        EdgePainter painter = edgePainter();
        ColumnLayout columns = edges.layout().columns();
        for (double x = columns.left(); x < columns.right(); x++) {
            double left = x;
            int t = columns.stepAt(x).orElse(columns.viewport().last());
            edges.segment(road, t).ifPresent(edge -> {
                boolean known = road.sentBack().isKnown(t);
                if (known && !(road.sentBack().norm(t) < EdgeWidth.LOW)) {
                    g.setColor(painter.color(road.sentBack().norm(t), CURTAIN));
                    Box area = edge.area(1);
                    g.fill(new Rectangle2D.Double(left, area.y(), 1, area.height()));
                }
            });
        }
    }
}
