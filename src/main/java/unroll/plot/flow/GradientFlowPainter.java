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
import unroll.debug.Completeness;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.debug.Progress;
import unroll.plot.Box;
import unroll.plot.Dash;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
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
 * The norms of the states' gradients over time on a logarithmic scale, as far as they are known, beside the bound that
 * theory gives. Where nothing is known yet the ground is hatched; a sum that is not complete is a hollow dot; what lies
 * beyond the scale sits at its end as a triangle.
 */
public final class GradientFlowPainter implements Painter, Tabular, Described {
    private static final double LABEL_SIZE = 12.5;
    private static final double LABEL_LINE = 25;
    private static final double LABEL_GAP = 10;
    private static final double LABEL_MARGIN = 12;
    private static final double REACH = 18;
    private static final double HIT_SIZE = 10;
    private static final double KEY_GAP = 20;
    private static final double KEY_LIFT = 4;

    private final FlowView view;
    private final Wording wording;
    private final Network network;
    private final List<FlowLine> lines = new ArrayList<>();
    private final List<BoundLine> bounds = new ArrayList<>();
    private final List<RoadLine> roads;
    private final List<ProductLine> products;

    public GradientFlowPainter(FlowView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        Knowledge knowledge = view.knowledge();
        this.network = knowledge.trace().network();
        for (GradientFlow layer : shown()) {
            int first = lines.size();
            for (GradientFlow.State state : layer.states()) {
                int index = lines.size();
                Role role = index == 0 ? Role.BACKWARD : Role.series(index + 1);
                lines.add(FlowLine.of(state.site(), knowledge, layer.row(), role, Dash.of(index)));
            }
            layer.bound()
                    .ifPresent(bound -> bounds.add(new BoundLine(
                            layer.chain().direction(), bound, lines.get(first).gradient())));
        }
        this.roads =
                view.split().map(chain -> RoadLine.of(knowledge, chain, row())).orElse(List.of());
        this.products = shown().stream()
                .filter(layer -> view.products().containsKey(layer.chain()) && allComesFromLast(layer))
                .map(this::productLine)
                .toList();
    }

    /** Beside the roads of one chain all others would only be in the way. */
    private List<GradientFlow> shown() {
        return view.layers().stream()
                .filter(layer -> view.split().isEmpty() || view.split().get().equals(layer.chain()))
                .toList();
    }

    private int row() {
        return view.layers().get(0).row();
    }

    /** A product of the last steps' Jacobians bounds what came in at the last step, not what came in on the way. */
    private boolean allComesFromLast(GradientFlow layer) {
        int last = layer.chain().direction().finalStep(steps());
        return !network.loss().atEveryStep() && layer.states().get(0).norms().at(last) != 0;
    }

    private ProductLine productLine(GradientFlow layer) {
        List<KnownVector> top = lines.stream()
                .filter(line -> line.site().chain().equals(layer.chain()))
                .map(FlowLine::gradient)
                .toList();
        return new ProductLine(layer.chain().direction(), view.products().get(layer.chain()), top);
    }

    /** The norms of the earliest step that is known, where going back has come to, in plain text. */
    @Override
    public String description() {
        return lines.stream()
                .flatMap(line -> IntStream.rangeClosed(0, lastSlot())
                        .filter(line::hasPlace)
                        .limit(1)
                        .mapToObj(t -> text(line, t)))
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
        bounds.stream().filter(BoundLine::isKnown).forEach(bound -> bound.paint(g, frame, wording, palette));
        if (Underflow.isIn(view.range())) {
            Underflow.paint(g, frame, wording, palette);
        }
        products.stream().filter(ProductLine::isKnown).forEach(line -> line.paint(g, frame, palette));
        lines.forEach(line -> line.paint(g, frame, palette));
        roads.forEach(line -> line.paint(g, frame, palette));
        paintKey(g, frame, width, palette);
        paintLabels(g, frame, palette);
    }

    /** Beside the title; where there are roads, on a line of its own above it. */
    private void paintKey(Graphics2D g, Frame frame, double width, Palette palette) {
        double beside = axes().titleBaseline(frame) - KeyRow.HEIGHT / 2 - KEY_LIFT;
        double left = roads.isEmpty() ? axes().titleEnd() + KEY_GAP : LABEL_MARGIN;
        new FlowKey(g, wording, palette)
                .row(roads, !products.isEmpty())
                .paint(g, left, width - LABEL_MARGIN, roads.isEmpty() ? beside : KEY_LIFT, palette);
    }

    private OptionalInt step() {
        return CurrentLine.of(view.knowledge()).map(CurrentLine::step).orElse(OptionalInt.empty());
    }

    private int steps() {
        return view.knowledge().trace().steps();
    }

    /** States of a layer that runs backwards have one more step than T. */
    private int lastSlot() {
        return steps() + (network.directions().size() - 1);
    }

    private Axes axes() {
        LinearScale x = LinearScale.tight(0, lastSlot(), true);
        String low = NumberFormat.format(view.range().low());
        String high = NumberFormat.format(view.range().high());
        return new Axes(x, new LogScale(view.range()), wording.text("flow.step"), wording.text("flow.norm", low, high));
    }

    private Frame frame(double width, double height) {
        double widest =
                lines.stream().mapToDouble(line -> caption(line).width()).max().orElse(0);
        double right = LABEL_GAP + widest + LABEL_MARGIN;
        if (roads.isEmpty()) {
            return axes().frame(width, height, right);
        }
        Frame lower = axes().frame(width, height - KeyRow.HEIGHT, right);
        return new Frame(lower.plot().moved(0, KeyRow.HEIGHT), lower.x(), lower.y());
    }

    private static Caption caption(FlowLine line) {
        return Caption.of(line.caption(), Face.REGULAR, LABEL_SIZE);
    }

    /** Nothing is known left of the first step that any line knows. */
    private void hatchUnknown(Graphics2D g, Frame frame, Palette palette) {
        int first = IntStream.rangeClosed(0, lastSlot())
                .filter(t -> lines.stream().anyMatch(line -> line.gradient().isKnown(t)))
                .findFirst()
                .orElse(lastSlot() + 1);
        Box plot = frame.plot();
        double end = first > lastSlot() ? plot.right() : frame.xOf(first);
        if (end > plot.x()) {
            Crisp.draw(g, () -> Hatch.fill(g, new Box(plot.x(), plot.y(), end - plot.x(), plot.height()), palette));
        }
    }

    /** Each line's name at its right end. */
    private void paintLabels(Graphics2D g, Frame frame, Palette palette) {
        double[] wanted = lines.stream()
                .mapToDouble(line -> line.lastPlace() >= 0
                        ? line.y(frame, line.lastPlace())
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
                    palette.color(lines.get(i).role()));
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = frame(width, height);
        Hit closest = null;
        double distance = REACH;
        for (FlowLine line : lines) {
            for (int t = 0; t <= lastSlot(); t++) {
                double away = line.hasPlace(t) ? Math.hypot(frame.xOf(t) - x, line.y(frame, t) - y) : REACH;
                if (away < distance) {
                    distance = away;
                    closest = hit(frame, line, t);
                }
            }
        }
        return Optional.ofNullable(closest);
    }

    private Hit hit(Frame frame, FlowLine line, int t) {
        Box area = new Box(frame.xOf(t) - HIT_SIZE / 2, line.y(frame, t) - HIT_SIZE / 2, HIT_SIZE, HIT_SIZE);
        return new Hit(
                text(line, t),
                area,
                new FlowTarget(line.site(), t, line.gradient().norm(t)));
    }

    private String text(FlowLine line, int t) {
        String name = "‖" + new UnitText(network, wording).vectorName(line.site(), true, t) + "‖";
        String equation = name + " = " + NumberFormat.format(line.gradient().norm(t));
        if (line.gradient().completeness(t) == Completeness.PARTIAL) {
            Progress progress = line.gradient().progress(t).orElseThrow();
            return wording.text("hit.partial", equation, progress.done(), progress.of());
        }
        return equation;
    }

    /** The step, the norm of each state's gradient, and each layer's bound. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("t"));
        lines.forEach(line -> header.add("norm of " + line.id()));
        IntStream.range(0, bounds.size())
                .forEach(i -> header.add(bounds.size() == 1 ? "bound" : "bound of layer " + (i + 1)));
        return header;
    }

    /** One row a step from 0; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(0, lastSlot()).mapToObj(this::row);
    }

    private List<String> row(int t) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
        for (FlowLine line : lines) {
            cells.add(
                    line.gradient().isKnown(t)
                            ? NumberFormat.exact(line.gradient().norm(t))
                            : "");
        }
        for (BoundLine bound : bounds) {
            cells.add(
                    bound.isKnown() && t < bound.bound().norms().size()
                            ? NumberFormat.exact(bound.bound().norms().at(t))
                            : "");
        }
        return cells;
    }
}
