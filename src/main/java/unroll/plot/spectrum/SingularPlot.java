package unroll.plot.spectrum;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import unroll.analysis.JacobianSpectrum;
import unroll.analysis.JacobianSpectrum.Lag;
import unroll.analysis.Outlook;
import unroll.core.model.Direction;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.chart.Extent;
import unroll.plot.chart.Trail;
import unroll.plot.tex.Caption;

/** The singular values of the Jacobian product over its length, the largest strong, beside what (γ ‖U‖)^k allows. */
record SingularPlot(JacobianSpectrum products, Optional<Outlook> outlook, Wording wording) {
    private static final int MOST_DECADES = 40;
    private static final double LABEL_SIZE = 11.5;
    private static final double LABEL_GAP = 8;
    private static final double REACH = 9;
    private static final double RIGHT = 62;

    private Axes axes() {
        List<Lag> lags = products.lags();
        Extent extent = new Extent();
        for (Lag lag : lags) {
            for (int i = 0; i < lag.resolved(); i++) {
                extent.add(lag.singularValues().at(i));
            }
            outlook.ifPresent(known -> extent.add(bound(known, lag)));
        }
        LinearScale x = LinearScale.tight(0, lags.get(lags.size() - 1).lag(), true);
        String title = wording.text(
                products.direction() == Direction.FORWARD ? "spectrum.stretch" : "spectrum.stretchBackwards");
        return new Axes(x, extent.scale(MOST_DECADES), wording.text("spectrum.lag"), title);
    }

    private static double bound(Outlook outlook, Lag lag) {
        return Math.pow(outlook.slope() * outlook.sigmaMax(), lag.lag());
    }

    /** The place within its box: axes count from the box's corner. */
    void paint(Graphics2D g, Box box, Palette palette) {
        g.translate(box.x(), box.y());
        Axes axes = axes();
        Frame frame = axes.frame(box.width(), box.height(), RIGHT);
        axes.paint(g, frame, palette);
        int most = products.lags().get(0).singularValues().size();
        for (int i = most - 1; i >= 1; i--) {
            trail(i).paint(g, frame, palette.color(Role.BACKWARD, 0.28), new BasicStroke(1));
        }
        trail(0).paint(g, frame, palette.color(Role.BACKWARD), Dash.SOLID.stroke(2));
        outlook.ifPresent(known -> trail(known).paint(g, frame, palette.color(Role.MUTED), Dash.DASHED.stroke(1.4)));
        paintLabels(g, frame, palette);
        g.translate(-box.x(), -box.y());
    }

    private void paintLabels(Graphics2D g, Frame frame, Palette palette) {
        int last = products.lags().size() - 1;
        double x = frame.plot().right() + LABEL_GAP;
        Caption largest = Caption.of(wording.text("spectrum.largest"), Face.REGULAR, LABEL_SIZE);
        double y =
                Double.isNaN(products.lags().get(last).largest()) ? frame.plot().y() : trail(0).py(frame, last);
        double bound = outlook.map(known -> trail(known).py(frame, last)).orElse(Double.NEGATIVE_INFINITY);
        // the bound is never below, so its label keeps above
        double apart = Math.min(bound, y - 2 * LABEL_SIZE);
        largest.draw(g, x, y + largest.ascent() / 2, palette.color(Role.BACKWARD));
        if (outlook.isPresent()) {
            Caption allowed = Caption.of("$(\\gamma\\,\\|U\\|)^k$", Face.REGULAR, LABEL_SIZE);
            allowed.draw(g, x, apart + allowed.ascent() / 2, palette.color(Role.MUTED));
        }
    }

    private Trail trail(int index) {
        List<Lag> lags = products.lags();
        return new Trail(
                lags.size(),
                i -> lags.get(i).lag(),
                i -> index < lags.get(i).resolved() || index == 0 && lags.get(i).largest() == 0
                        ? lags.get(i).singularValues().at(index)
                        : Double.NaN);
    }

    private Trail trail(Outlook known) {
        List<Lag> lags = products.lags();
        return new Trail(lags.size(), i -> lags.get(i).lag(), i -> bound(known, lags.get(i)));
    }

    Optional<Hit> at(double x, double y, Box box) {
        Frame frame = axes().frame(box.width(), box.height(), RIGHT);
        double nearest = REACH;
        Hit found = null;
        for (int i = 0; i < products.lags().size(); i++) {
            for (int j = 0; j < products.lags().get(i).resolved(); j++) {
                Trail trail = trail(j);
                double px = trail.px(frame, i) + box.x();
                double py = trail.py(frame, i) + box.y();
                double away = Math.hypot(px - x, py - y);
                if (away < nearest) {
                    nearest = away;
                    found = hit(i, j, px, py);
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private Hit hit(int place, int index, double px, double py) {
        Lag lag = products.lags().get(place);
        String text = wording.text(
                "spectrum.singular",
                index + 1,
                lag.lag(),
                NumberFormat.format(lag.singularValues().at(index)));
        Box area = new Box(px - REACH / 2, py - REACH / 2, REACH, REACH);
        return new Hit(text, area, new SingularValueTarget(lag.lag(), index));
    }
}
