package unroll.plot.flow;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.GradientFlow;
import unroll.core.model.Network;
import unroll.debug.Knowledge;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.Side;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.LogScale;
import unroll.plot.axis.SideLabels;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;
import unroll.plot.lanes.UnitText;
import unroll.plot.tex.Caption;

/**
 * The gradient flows of two networks over one axis: each side in its colour and with its line patterns, as far as it is
 * known. Where neither knows anything yet the ground is hatched.
 */
public final class ComparedFlowPainter implements Painter, Tabular {
    private static final double LABEL_SIZE = 12.5;
    private static final double LABEL_LINE = 21;
    private static final double LABEL_GAP = 10;
    private static final double LABEL_MARGIN = 12;
    private static final double KEY_LEFT = 16;
    private static final double KEY_LINE = 30;
    private static final double KEY_WIDTH = 2;
    private static final double SWATCH = 16;
    private static final double REACH = 18;
    private static final double HIT_SIZE = 10;

    private record SideLine(ComparedFlow flow, FlowLine line) {}

    private final List<ComparedFlow> flows;
    private final Wording wording;
    private final List<SideLine> lines = new ArrayList<>();
    private final int steps;

    /** Draws the flows on the scale of the first; both are of one length. */
    public ComparedFlowPainter(List<ComparedFlow> flows, Wording wording) {
        this.flows = List.copyOf(flows);
        this.wording = wording;
        this.steps = flows.get(0).view().knowledge().trace().steps();
        for (ComparedFlow flow : flows) {
            int index = 0;
            for (GradientFlow layer : flow.view().layers()) {
                for (GradientFlow.State state : layer.states()) {
                    Side side = flow.side();
                    Knowledge knowledge = flow.view().knowledge();
                    lines.add(new SideLine(
                            flow, FlowLine.of(state.site(), knowledge, layer.row(), side.role(), side.dash(index))));
                    index++;
                }
            }
        }
    }

    /** For each line the norm of the earliest step that is known, in plain text. */
    public String description() {
        return lines.stream()
                .flatMap(each -> IntStream.rangeClosed(0, steps)
                        .filter(each.line()::hasPlace)
                        .limit(1)
                        .mapToObj(t -> text(each, t)))
                .collect(Collectors.joining("; "));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Frame frame = frame(width, height);
        hatchUnknown(g, frame, palette);
        axes().paint(g, frame, palette);
        step().ifPresent(t -> {
            g.setColor(palette.color(Role.ACCENT));
            g.setStroke(new BasicStroke(1.5f));
            double x = frame.xOf(t);
            g.draw(new Line2D.Double(x, frame.plot().y(), x, frame.plot().bottom()));
        });
        lines.forEach(each -> each.line().paint(g, frame, palette));
        paintLabels(g, frame, palette);
        key(g, palette).paint(g, KEY_LEFT, width, height - KeyRow.HEIGHT, palette);
    }

    private OptionalInt step() {
        return CurrentLine.of(flows.get(0).view().knowledge())
                .map(CurrentLine::step)
                .orElse(OptionalInt.empty());
    }

    private Axes axes() {
        Range range = flows.get(0).view().range();
        String low = NumberFormat.format(range.low());
        String high = NumberFormat.format(range.high());
        return new Axes(
                LinearScale.tight(0, steps, true),
                new LogScale(range),
                wording.text("flow.step"),
                wording.text("flow.norm", low, high));
    }

    private Frame frame(double width, double height) {
        double widest =
                lines.stream().mapToDouble(each -> caption(each).width()).max().orElse(0);
        return axes().frame(width, height - KeyRow.HEIGHT, LABEL_GAP + widest + LABEL_MARGIN);
    }

    private static Caption caption(SideLine each) {
        return Caption.of(each.flow().side() + "  " + each.line().caption(), Face.BOLD, LABEL_SIZE);
    }

    /** Nothing is known left of the first step that any line knows. */
    private void hatchUnknown(Graphics2D g, Frame frame, Palette palette) {
        int first = IntStream.rangeClosed(0, steps)
                .filter(t ->
                        lines.stream().anyMatch(each -> each.line().gradient().isKnown(t)))
                .findFirst()
                .orElse(steps + 1);
        Box plot = frame.plot();
        double end = first > steps ? plot.right() : frame.xOf(first);
        if (end > plot.x()) {
            Crisp.draw(g, () -> Hatch.fill(g, new Box(plot.x(), plot.y(), end - plot.x(), plot.height()), palette));
        }
    }

    /** Each line's name at its right end. */
    private void paintLabels(Graphics2D g, Frame frame, Palette palette) {
        double[] wanted = lines.stream()
                .mapToDouble(each -> each.line().hasPlace(steps)
                        ? each.line().y(frame, steps)
                        : frame.plot().y())
                .toArray();
        double[] placed = SideLabels.place(
                wanted,
                LABEL_LINE,
                frame.plot().y() - LABEL_LINE / 2,
                frame.plot().bottom() + LABEL_LINE / 2);
        for (int i = 0; i < placed.length; i++) {
            Caption text = caption(lines.get(i));
            text.draw(
                    g,
                    frame.plot().right() + LABEL_GAP,
                    placed[i] + text.ascent() / 2,
                    palette.color(lines.get(i).line().role()));
        }
    }

    private KeyRow key(Graphics2D g, Palette palette) {
        List<KeyRow.Item> items = new ArrayList<>();
        for (ComparedFlow flow : flows) {
            items.add(new KeyRow.Item(
                    KEY_LINE,
                    box -> {
                        g.setColor(palette.color(flow.side().role()));
                        g.setStroke(flow.side().dash(0).stroke(KEY_WIDTH));
                        double y = box.y() + box.height() / 2;
                        g.draw(new Line2D.Double(box.x(), y, box.right(), y));
                    },
                    flow.side() + " · " + flow.name()));
        }
        items.add(new KeyRow.Item(
                SWATCH, box -> Crisp.draw(g, () -> Hatch.fill(g, box, palette)), wording.text("key.unknown")));
        return new KeyRow(items);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = frame(width, height);
        Hit closest = null;
        double distance = REACH;
        for (SideLine each : lines) {
            for (int t = 0; t <= steps; t++) {
                double away = each.line().hasPlace(t)
                        ? Math.hypot(frame.xOf(t) - x, each.line().y(frame, t) - y)
                        : REACH;
                if (away < distance) {
                    distance = away;
                    closest = hit(frame, each, t);
                }
            }
        }
        return Optional.ofNullable(closest);
    }

    private Hit hit(Frame frame, SideLine each, int t) {
        FlowLine line = each.line();
        Box area = new Box(frame.xOf(t) - HIT_SIZE / 2, line.y(frame, t) - HIT_SIZE / 2, HIT_SIZE, HIT_SIZE);
        return new Hit(
                text(each, t),
                area,
                new FlowTarget(line.site(), t, line.gradient().norm(t)));
    }

    private String text(SideLine each, int t) {
        Network network = each.flow().view().knowledge().trace().network();
        String name = new UnitText(network, wording).vectorName(each.line().site(), true, t);
        double norm = each.line().gradient().norm(t);
        return each.flow().side() + ": ‖" + name + "‖ = " + NumberFormat.format(norm);
    }

    /** The step, then the norm of each state's gradient, A's first. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("t"));
        lines.forEach(each ->
                header.add(each.flow().side() + " norm of " + each.line().id()));
        return header;
    }

    /** One row a step from 0; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(0, steps).mapToObj(t -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
            for (SideLine each : lines) {
                boolean known = each.line().gradient().isKnown(t);
                cells.add(known ? NumberFormat.exact(each.line().gradient().norm(t)) : "");
            }
            return cells;
        });
    }
}
