package unroll.plot.phase;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import unroll.analysis.PhasePortrait;
import unroll.core.tensor.Tensor;
import unroll.plot.axis.Frame;

/**
 * Where one step of the cell leads from each place of a grid: direction as on the axes, length by the square root of the
 * distance, so that slow places still show where they go.
 */
record FlowArrows(PhasePortrait.Flow flow) {
    private static final double HEAD = 3.2;
    private static final double LONGEST = 0.9;

    void paint(Graphics2D g, Frame frame, Color color) {
        Tensor from = flow.from();
        Tensor to = flow.to();
        double pitch = Math.min(frame.plot().width(), frame.plot().height()) / flow.columns();
        double farthest = 0;
        for (int i = 0; i < from.extent(0); i++) {
            farthest = Math.max(farthest, Math.hypot(dx(frame, i), dy(frame, i)));
        }
        g.setColor(color);
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < from.extent(0); i++) {
            double distance = Math.hypot(dx(frame, i), dy(frame, i));
            double x = frame.xOf(from.at(i, 0));
            double y = frame.yOf(from.at(i, 1));
            if (distance > 0
                    && Double.isFinite(to.at(i, 0) + to.at(i, 1))
                    && frame.plot().contains(x, y)) {
                double factor = LONGEST * pitch * Math.sqrt(distance / farthest) / distance;
                arrow(g, x, y, x + factor * dx(frame, i), y + factor * dy(frame, i));
            }
        }
    }

    private double dx(Frame frame, int i) {
        double dx = frame.xOf(flow.to().at(i, 0)) - frame.xOf(flow.from().at(i, 0));
        return Double.isFinite(dx) ? dx : 0;
    }

    private double dy(Frame frame, int i) {
        double dy = frame.yOf(flow.to().at(i, 1)) - frame.yOf(flow.from().at(i, 1));
        return Double.isFinite(dy) ? dy : 0;
    }

    private static void arrow(Graphics2D g, double x, double y, double endX, double endY) {
        g.draw(new Line2D.Double(x, y, endX, endY));
        double angle = Math.atan2(endY - y, endX - x);
        double size = Math.min(HEAD, Math.hypot(endX - x, endY - y));
        Path2D head = new Path2D.Double();
        head.moveTo(endX - size * Math.cos(angle - 0.5), endY - size * Math.sin(angle - 0.5));
        head.lineTo(endX, endY);
        head.lineTo(endX - size * Math.cos(angle + 0.5), endY - size * Math.sin(angle + 0.5));
        g.draw(head);
    }
}
