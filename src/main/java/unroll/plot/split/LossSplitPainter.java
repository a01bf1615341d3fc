package unroll.plot.split;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.LossSplit;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.debug.Completeness;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Dash;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Hatch;
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
import unroll.plot.chart.Trail;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.UnitText;

/**
 * For each step a stack of the norms that the losses of later steps send back to a state, the own step's at the bottom
 * (after the RNNbow of Cashman et al. 2017). Parts can cancel, so the norm of the whole gradient, the line, lies below the
 * stack's top. Steps whose gradient is not complete are hatched.
 */
public final class LossSplitPainter implements Painter, Tabular, Described {
    private static final double RIGHT = 76;
    private static final double BAR_GAP = 16;
    private static final double TEXT_SIZE = 11;
    private static final double LINE = 20;

    /** Bars stand apart where there is room for it, px. */
    private static final double ROOM_FOR_GAPS = 6;

    private final Knowledge knowledge;
    private final LossSplit split;
    private final Site site;
    private final Wording wording;
    private final Tensor norms;
    private final KnownVector gradient;

    /**
     * The split of one state.
     *
     * @param site one of those that were split
     */
    public LossSplitPainter(Knowledge knowledge, LossSplit split, Site site, Wording wording) {
        this.knowledge = knowledge;
        this.split = split;
        this.site = site;
        this.wording = wording;
        this.norms = split.norms().get(site);
        this.gradient = knowledge.gradients(site, split.row());
    }

    private int steps() {
        return knowledge.trace().steps();
    }

    /** A layer that runs backwards has no state before the first step. */
    private int firstStep() {
        return Math.min(1, site.direction().initialStep(steps()));
    }

    /** Only a layer that runs backwards has a state after T. */
    private int lastStep() {
        return Math.max(steps(), site.direction().initialStep(steps()));
    }

    private boolean isKnown(int t) {
        return gradient.completeness(t) == Completeness.COMPLETE;
    }

    /** A part below this share of a bar's row would be covered by its own edge. */
    private double top(int t) {
        double sum = 0;
        for (int k = 0; k < split.lossSteps().size(); k++) {
            double part = norms.at(k, t);
            sum += Double.isFinite(part) ? part : 0;
        }
        return sum;
    }

    private Axes axes() {
        double highest = IntStream.rangeClosed(firstStep(), lastStep())
                .mapToDouble(t -> Math.max(top(t), finite(knowledge.trace().gradientNorm(site, t, split.row()))))
                .max()
                .orElse(0);
        String letter = "\\partial L/\\partial " + site.quantity().tex() + "_t";
        String title = wording.text(
                split.complete() ? "split.norm" : "split.someNorms",
                letter,
                split.lossSteps().size());
        LinearScale y = new LinearScale(Range.fromZero(highest), false);
        return new Axes(
                LinearScale.tight(firstStep() - 0.5, lastStep() + 0.5, true), y, wording.text("flow.step"), title);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Axes axes = axes();
        Frame frame = axes.frame(width, height, RIGHT);
        axes.paint(g, frame, palette);
        ColorMap map = colors(palette);
        for (int t = firstStep(); t <= lastStep(); t++) {
            Box column = column(frame, t);
            if (isKnown(t)) {
                paintStack(g, frame, t, column, map);
            } else {
                Crisp.draw(g, () -> Hatch.fill(g, column, palette));
            }
        }
        Trail whole = new Trail(
                lastStep() + 1,
                t -> t,
                t -> t >= firstStep() && isKnown(t)
                        ? knowledge.trace().gradientNorm(site, t, split.row())
                        : Double.NaN);
        whole.paint(g, frame, palette.color(Role.FOREGROUND), Dash.SOLID.stroke(1.4));
        paintCursor(g, frame, palette);
        paintKey(g, frame, map, palette);
    }

    private ColorMap colors(Palette palette) {
        return ColorMap.sequential(new Range(0, Math.max(1, steps())), palette);
    }

    private Box column(Frame frame, int t) {
        double left = frame.xOf(t - 0.5);
        double pitch = frame.xOf(t + 0.5) - left;
        return new Box(
                left,
                frame.plot().y(),
                pitch > ROOM_FOR_GAPS ? pitch - 1 : pitch,
                frame.plot().height());
    }

    private void paintStack(Graphics2D g, Frame frame, int t, Box column, ColorMap map) {
        double below = 0;
        for (int k = 0; k < split.lossSteps().size(); k++) {
            double part = finite(norms.at(k, t));
            double from = frame.yOf(below);
            double to = frame.yOf(below + part);
            Box bar = new Box(column.x(), to, column.width(), from - to);
            if (bar.height() > 0) {
                Crisp.fill(g, bar, new Color(map.argb(split.lossSteps().get(k))));
            }
            below += part;
        }
    }

    private void paintCursor(Graphics2D g, Frame frame, Palette palette) {
        CurrentLine.of(knowledge)
                .ifPresent(line -> line.step().ifPresent(t -> {
                    Box column = column(frame, t);
                    g.setColor(palette.color(Role.ACCENT));
                    g.setStroke(new BasicStroke(1.5f));
                    g.draw(new Rectangle2D.Double(
                            column.x(), column.y(), Math.max(2, column.width()), column.height()));
                }));
    }

    private void paintKey(Graphics2D g, Frame frame, ColorMap map, Palette palette) {
        double x = frame.plot().right() + BAR_GAP;
        Color muted = palette.color(Role.MUTED);
        TextLine.of(wording.text("split.from"), Face.REGULAR, TEXT_SIZE)
                .draw(g, x, frame.plot().y() + TEXT_SIZE, muted);
        double top = frame.plot().y() + LINE;
        double bar = Math.max(10, Math.min(110, frame.plot().height() - 2.4 * LINE));
        new ColorBar(map).paint(g, x, top, bar, palette);
        double y = top + bar + LINE;
        g.setColor(palette.color(Role.FOREGROUND));
        g.setStroke(Dash.SOLID.stroke(1.4));
        g.draw(new Line2D.Double(x, y - 4, x + 12, y - 4));
        TextLine.of(wording.text("split.whole"), Face.REGULAR, TEXT_SIZE).draw(g, x + 16, y, muted);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = axes().frame(width, height, RIGHT);
        for (int t = firstStep(); t <= lastStep() && frame.plot().contains(x, y); t++) {
            Box column = column(frame, t);
            if (column.contains(x, y) && isKnown(t)) {
                return part(frame, t, column, y);
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> part(Frame frame, int t, Box column, double y) {
        double below = 0;
        for (int k = 0; k < split.lossSteps().size(); k++) {
            double part = finite(norms.at(k, t));
            double from = frame.yOf(below);
            double to = frame.yOf(below + part);
            if (y <= from && y > to) {
                int lossStep = split.lossSteps().get(k);
                Box area = new Box(column.x(), to, column.width(), from - to);
                return Optional.of(new Hit(text(t, lossStep, part), area, new PartTarget(site, t, lossStep)));
            }
            below += part;
        }
        return Optional.empty();
    }

    private String text(int t, int lossStep, double part) {
        String name = new UnitText(knowledge.trace().network(), wording).vectorName(site, true, t);
        return wording.text("split.hit", name, lossStep, NumberFormat.format(part));
    }

    /** The loss that sends most to the earliest step that is known. */
    @Override
    public String description() {
        return IntStream.rangeClosed(firstStep(), lastStep())
                .filter(this::isKnown)
                .limit(1)
                .mapToObj(t -> {
                    int most = 0;
                    for (int k = 1; k < split.lossSteps().size(); k++) {
                        most = norms.at(k, t) > norms.at(most, t) ? k : most;
                    }
                    return text(t, split.lossSteps().get(most), norms.at(most, t));
                })
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> header() {
        return Stream.concat(
                        Stream.of("t", "norm of the whole"),
                        split.lossSteps().stream().map(k -> "from the loss at " + k))
                .toList();
    }

    /** One row a step from 0; what is not complete is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(firstStep(), lastStep()).mapToObj(t -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
            boolean known = isKnown(t);
            cells.add(known ? NumberFormat.exact(knowledge.trace().gradientNorm(site, t, split.row())) : "");
            for (int k = 0; k < split.lossSteps().size(); k++) {
                cells.add(known ? NumberFormat.exact(norms.at(k, t)) : "");
            }
            return cells;
        });
    }
}
