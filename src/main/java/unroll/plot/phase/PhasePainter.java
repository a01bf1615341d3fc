package unroll.plot.phase;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.PhasePortrait;
import unroll.core.model.Direction;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;
import unroll.plot.lanes.UnitText;

/**
 * The path h_0 → h_T as far as it is known, early steps light and late ones strong, over the arrows of the flow. The
 * step of the current line has a ring.
 */
public final class PhasePainter implements Painter, Tabular, Described {
    private static final double RIGHT = 18;
    private static final double DOT = 5;
    private static final double RING = 13;
    private static final double REACH = 10;
    private static final double MARGIN = 0.06;
    private static final double TEXT_SIZE = 11;
    private static final double TEXT_GAP = 7;
    private static final double KEY_GAP = 16;
    private static final double KEY_LIFT = 4;
    private static final double KEY_BAR = 36;
    private static final int KEY_STEPS = 9;

    /** A longer path is a line without dots. */
    private static final int MOST_DOTS = 200;

    private final Knowledge knowledge;
    private final PhasePortrait portrait;
    private final Wording wording;
    private final KnownVector h;

    public PhasePainter(Knowledge knowledge, PhasePortrait portrait, Wording wording) {
        this.knowledge = knowledge;
        this.portrait = portrait;
        this.wording = wording;
        this.h = knowledge.values(site(), portrait.row());
    }

    private Site site() {
        return portrait.chain().site(knowledge.trace().network().cell().output());
    }

    private int steps() {
        return portrait.path().extent(0) - 1;
    }

    /** The time step of a place on the path. */
    private int step(int index) {
        Direction direction = portrait.chain().direction();
        return direction.initialStep(steps()) + index * direction.stride();
    }

    private boolean isKnown(int index) {
        return h.isKnown(step(index));
    }

    /** The place on the path of a time step. */
    private int index(int t) {
        Direction direction = portrait.chain().direction();
        return (t - direction.initialStep(steps())) * direction.stride();
    }

    private Axes axes() {
        String flow = portrait.flow()
                .map(arrows -> wording.text(arrows.exact() ? "phase.flow" : "phase.slice"))
                .orElse("");
        return new Axes(scale(0), scale(1), title(0), title(1) + (flow.isEmpty() ? "" : "      " + flow));
    }

    private String title(int axis) {
        String share =
                NumberFormat.format(Math.rint(100 * portrait.plane().shares().at(axis)));
        if (portrait.axes() instanceof PhasePortrait.Axes.Units units) {
            int unit = axis == 0 ? units.first() : units.second();
            return wording.text("phase.unit", unit, share);
        }
        return wording.text(axis == 0 ? "phase.first" : "phase.second", share);
    }

    /** Around the whole path, so that it does not move while it grows. */
    private LinearScale scale(int axis) {
        Tensor path = portrait.path();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t <= steps(); t++) {
            low = Math.min(low, path.at(t, axis));
            high = Math.max(high, path.at(t, axis));
        }
        double room = high > low ? MARGIN * (high - low) : 0.1;
        return LinearScale.tight(low - room, high + room, false);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Axes axes = axes();
        Frame frame = axes.frame(width, height, RIGHT);
        axes.paint(g, frame, palette);
        portrait.flow().ifPresent(flow -> new FlowArrows(flow).paint(g, frame, palette.color(Role.MUTED, 0.55)));
        ColorMap time = ColorMap.sequential(new Range(-0.4 * steps(), steps()), palette);
        paintPath(g, frame, time, palette);
        double key = axes.titleBaseline(frame) - KeyRow.HEIGHT / 2 - KEY_LIFT;
        key(g, time).paint(g, axes.titleEnd() + KEY_GAP, width - KEY_GAP, key, palette);
        paintMarks(g, frame, palette);
    }

    /** Which end of the colours is early. */
    private KeyRow key(Graphics2D g, ColorMap time) {
        KeyRow.Item bar = new KeyRow.Item(
                KEY_BAR,
                box -> {
                    double step = box.width() / KEY_STEPS;
                    for (int i = 0; i < KEY_STEPS; i++) {
                        Color color = new Color(time.argb((double) i * steps() / (KEY_STEPS - 1)));
                        Crisp.fill(g, new Box(box.x() + i * step, box.y(), step + 1, box.height()), color);
                    }
                },
                "t = " + step(0) + " \u2026 " + step(steps()));
        return new KeyRow(List.of(bar));
    }

    private void paintPath(Graphics2D g, Frame frame, ColorMap time, Palette palette) {
        Tensor path = portrait.path();
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 1; i <= steps() && isKnown(i); i++) {
            g.setColor(new Color(time.argb(i)));
            g.draw(new Line2D.Double(
                    frame.xOf(path.at(i - 1, 0)),
                    frame.yOf(path.at(i - 1, 1)),
                    frame.xOf(path.at(i, 0)),
                    frame.yOf(path.at(i, 1))));
        }
        for (int i = 0; i <= steps() && steps() <= MOST_DOTS && isKnown(i); i++) {
            Ellipse2D dot = circle(frame, i, DOT);
            g.setColor(new Color(time.argb(i)));
            g.fill(dot);
            g.setColor(palette.color(Role.BACKGROUND));
            g.setStroke(new BasicStroke(0.8f));
            g.draw(dot);
        }
    }

    private Ellipse2D circle(Frame frame, int i, double size) {
        double x = frame.xOf(portrait.path().at(i, 0));
        double y = frame.yOf(portrait.path().at(i, 1));
        return new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    }

    /** Names the start, and the current step beside its ring. */
    private void paintMarks(Graphics2D g, Frame frame, Palette palette) {
        int current = CurrentLine.of(knowledge)
                .map(line -> line.step().isPresent() ? index(line.step().getAsInt()) : steps())
                .filter(this::isKnown)
                .orElse(0);
        label(g, frame, 0, Role.MUTED, palette);
        if (current > 0) {
            g.setColor(palette.color(Role.ACCENT));
            g.setStroke(new BasicStroke(2));
            g.draw(circle(frame, current, RING));
            label(g, frame, current, Role.ACCENT, palette);
        }
    }

    private void label(Graphics2D g, Frame frame, int i, Role role, Palette palette) {
        TextLine text = TextLine.of("t = " + step(i), Face.MEDIUM, TEXT_SIZE);
        double x = frame.xOf(portrait.path().at(i, 0)) + TEXT_GAP;
        double left = x + text.width() > frame.plot().right() ? x - 2 * TEXT_GAP - text.width() : x;
        double y = frame.yOf(portrait.path().at(i, 1)) - TEXT_GAP;
        double baseline = Math.max(frame.plot().y() + text.ascent(), y);
        g.setColor(palette.color(Role.BACKGROUND, 0.85));
        g.fill(new RoundRectangle2D.Double(
                left - 3, baseline - text.ascent() - 3, text.width() + 6, text.ascent() + 6, 4, 4));
        text.draw(g, left, baseline, palette.color(role));
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = axes().frame(width, height, RIGHT);
        int found = -1;
        double nearest = REACH;
        for (int i = 0; i <= steps() && isKnown(i); i++) {
            double away = Math.hypot(
                    frame.xOf(portrait.path().at(i, 0)) - x,
                    frame.yOf(portrait.path().at(i, 1)) - y);
            if (away < nearest) {
                nearest = away;
                found = i;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(hit(frame, found));
    }

    private Hit hit(Frame frame, int i) {
        Ellipse2D ring = circle(frame, i, RING);
        Box area = new Box(ring.getX(), ring.getY(), RING, RING);
        return new Hit(text(i), area, new StateTarget(portrait.chain(), step(i)));
    }

    private String text(int i) {
        String name = new UnitText(knowledge.trace().network(), wording).vectorName(site(), false, step(i));
        return name + " = (" + NumberFormat.format(portrait.path().at(i, 0)) + ", "
                + NumberFormat.format(portrait.path().at(i, 1)) + ")";
    }

    @Override
    public String description() {
        int last =
                (int) IntStream.rangeClosed(1, steps()).takeWhile(this::isKnown).count();
        return text(last);
    }

    /** The step and the two coordinates. */
    @Override
    public List<String> header() {
        boolean principal = portrait.axes() instanceof PhasePortrait.Axes.Principal;
        return principal
                ? List.of("t", "first component", "second component")
                : List.of("t", "first unit", "second unit");
    }

    /** One row a step; steps that are not known are left out. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(0, steps())
                .takeWhile(this::isKnown)
                .mapToObj(i -> List.of(
                        Integer.toString(step(i)),
                        NumberFormat.exact(portrait.path().at(i, 0)),
                        NumberFormat.exact(portrait.path().at(i, 1))));
    }
}
