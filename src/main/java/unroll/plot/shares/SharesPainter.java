package unroll.plot.shares;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.GradientShares;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.tensor.Tensor;
import unroll.debug.Knowledge;
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
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.axis.Axes;
import unroll.plot.axis.Frame;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.SideLabels;
import unroll.plot.chart.Extent;
import unroll.plot.chart.MatrixPicture;
import unroll.plot.chart.Trail;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.tex.Caption;
import unroll.plot.weights.KnownGradient;
import unroll.plot.weights.ParameterTex;

/**
 * ∂L/∂W and ∂L/∂U taken apart: the norm of what each step adds, as far as it has been added, and beside it as pictures
 * the last matrix's share of the step that is looked at and the sum so far.
 */
public final class SharesPainter implements Painter, Tabular, Described {
    private static final int MOST_DECADES = 18;
    private static final double PAD = 12;
    private static final double LABEL_SIZE = 12;
    private static final double LABEL_LINE = 18;
    private static final double LABEL_GAP = 8;
    private static final double DOT = 4.5;
    private static final double REACH = 12;
    private static final double SMALL = 11;
    private static final double BAR = 56;
    private static final double CAPTION = 20;

    /** Narrower figures have no room for pictures. */
    private static final double ROOM_FOR_PICTURES = 360;

    private static final double PICTURES_SHARE = 0.34;

    private final Knowledge knowledge;
    private final SharesView view;
    private final Wording wording;
    private final int first;
    private final int last;

    public SharesPainter(Knowledge knowledge, SharesView view, Wording wording) {
        this.knowledge = knowledge;
        this.view = view;
        this.wording = wording;
        List<Integer> added =
                knowledge.parameters().sharesAdded(view.entries().get(0).name());
        this.first = added.isEmpty() ? steps() + 1 : added.get(0);
        this.last = added.isEmpty() ? steps() : added.get(added.size() - 1);
    }

    private int steps() {
        return knowledge.trace().steps();
    }

    private Axes axes() {
        Extent extent = new Extent();
        for (Tensor norms : view.norms()) {
            for (int i = 0; i < norms.size(); i++) {
                extent.add(norms.at(i));
            }
        }
        LinearScale x = LinearScale.tight(1, Math.max(2, steps()), true);
        return new Axes(x, extent.scale(MOST_DECADES), wording.text("flow.step"), wording.text("shares.norm"));
    }

    private static double pictures(double width) {
        return width < ROOM_FOR_PICTURES ? 0 : Math.min(260, PICTURES_SHARE * width);
    }

    private Frame frame(double width, double height) {
        double widest = IntStream.range(0, view.entries().size())
                .mapToDouble(i -> label(i).width())
                .max()
                .orElse(0);
        return axes().frame(width - pictures(width), height, LABEL_GAP + widest + PAD);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Frame frame = frame(width, height);
        Box plot = frame.plot();
        hatch(g, plot, plot.x(), first > steps() ? plot.right() : frame.xOf(first), palette);
        hatch(g, plot, frame.xOf(last), plot.right(), palette);
        axes().paint(g, frame, palette);
        CurrentLine.of(knowledge)
                .ifPresent(line -> line.step().ifPresent(t -> {
                    g.setColor(palette.color(Role.ACCENT));
                    g.setStroke(new BasicStroke(1.5f));
                    g.draw(new Line2D.Double(
                            frame.xOf(t),
                            frame.plot().y(),
                            frame.xOf(t),
                            frame.plot().bottom()));
                }));
        for (int i = view.entries().size() - 1; i >= 0; i--) {
            paintNorms(g, frame, i, palette);
        }
        paintLabels(g, frame, palette);
        if (pictures(width) > 0) {
            Box place = new Box(width - pictures(width), 0, pictures(width), height);
            paintPictures(g, place, palette);
        }
    }

    /** Shares of steps that have not been added are not known. */
    private static void hatch(Graphics2D g, Box plot, double from, double to, Palette palette) {
        if (to > from) {
            Box unknown = new Box(from, plot.y(), to - from, plot.height());
            Crisp.draw(g, () -> Hatch.fill(g, unknown, palette));
        }
    }

    private static Role role(int index) {
        return index == 0 ? Role.FORWARD : Role.BACKWARD;
    }

    private Trail trail(int index) {
        Tensor norms = view.norms().get(index);
        return new Trail(last - first + 1, i -> first + i, i -> norms.at(first + i - 1));
    }

    private void paintNorms(Graphics2D g, Frame frame, int index, Palette palette) {
        Trail trail = trail(index);
        trail.paint(
                g,
                frame,
                palette.color(role(index)),
                Dash.of(index == 0 ? 1 : 0).stroke(1.8));
        double pitch = frame.plot().width() / Math.max(1, steps());
        for (int i = 0; i < trail.count() && pitch > 2 * DOT; i++) {
            g.fill(new Ellipse2D.Double(trail.px(frame, i) - DOT / 2, trail.py(frame, i) - DOT / 2, DOT, DOT));
        }
    }

    private void paintLabels(Graphics2D g, Frame frame, Palette palette) {
        double[] wanted = IntStream.range(0, view.entries().size())
                .mapToDouble(i -> trail(i).count() == 0 ? frame.plot().y() : trail(i).py(frame, trail(i).count() - 1))
                .toArray();
        double[] placed = SideLabels.place(
                wanted,
                LABEL_LINE,
                frame.plot().y() - LABEL_LINE / 2,
                frame.plot().bottom() + LABEL_LINE / 2);
        for (int i = 0; i < placed.length; i++) {
            Caption name = label(i);
            name.draw(g, frame.plot().right() + LABEL_GAP, placed[i] + name.ascent() / 2, palette.color(role(i)));
        }
    }

    private Caption label(int index) {
        return Caption.of("$" + tex(index) + "$", Face.REGULAR, LABEL_SIZE);
    }

    private String tex(int index) {
        return ParameterTex.of(knowledge.trace().network(), view.entries().get(index));
    }

    /** The step of the current line, or the one next to it whose share has been added. */
    private int shown() {
        int t = CurrentLine.of(knowledge).map(line -> line.step().orElse(first)).orElse(first);
        return Math.max(first, Math.min(last, t));
    }

    private void paintPictures(Graphics2D g, Box place, Palette palette) {
        Entry entry = view.entries().get(view.entries().size() - 1);
        ColorMap logs = ColorMap.logMagnitude(palette);
        double tall = (place.height() - 2 * CAPTION - 3 * PAD) / 2;
        double wide =
                Math.min(place.width() - BAR - PAD, Math.max(0.5, (double) entry.columns() / entry.rows()) * tall);
        String letter = tex(view.entries().size() - 1);
        int t = shown();
        boolean known = first <= last;
        Optional<Tensor> share =
                known ? Optional.of(new GradientShares(knowledge.trace(), entry).at(t)) : Optional.empty();
        Box above = new Box(place.x(), PAD + CAPTION, wide, tall);
        Box below = new Box(place.x(), above.bottom() + PAD + CAPTION, wide, tall);
        String step = known ? Integer.toString(t) : "t";
        caption(g, above, wording.text("shares.share", letter, step), palette);
        picture(g, above, share, logs, palette);
        String sum = !known || first == 1 && last == steps()
                ? wording.text("shares.sum", letter)
                : wording.text("shares.sumFrom", letter, first, last);
        caption(g, below, sum, palette);
        picture(g, below, new KnownGradient(knowledge, entry).sum(), logs, palette);
        new ColorBar(logs).paint(g, above.right() + PAD, above.y(), above.height(), palette);
    }

    private static void caption(Graphics2D g, Box above, String text, Palette palette) {
        Caption.of(text, Face.REGULAR, SMALL).draw(g, above.x(), above.y() - 6, palette.color(Role.MUTED));
    }

    private static void picture(Graphics2D g, Box box, Optional<Tensor> matrix, ColorMap logs, Palette palette) {
        matrix.ifPresentOrElse(
                numbers -> new MatrixPicture(numbers, logs).paint(g, box),
                () -> Crisp.draw(g, () -> Hatch.fill(g, box, palette)));
        Color border = palette.color(Role.BORDER);
        g.setColor(border);
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Frame frame = frame(width, height);
        double nearest = REACH;
        Hit found = null;
        for (int i = 0; i < view.entries().size(); i++) {
            Trail trail = trail(i);
            for (int j = 0; j < trail.count(); j++) {
                double away = Math.hypot(trail.px(frame, j) - x, trail.py(frame, j) - y);
                if (away < nearest) {
                    nearest = away;
                    Box area = new Box(trail.px(frame, j) - 5, trail.py(frame, j) - 5, 10, 10);
                    found = new Hit(
                            text(i, first + j),
                            area,
                            new ShareTarget(view.entries().get(i).name(), first + j));
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private String text(int index, int t) {
        return wording.text(
                "shares.hit",
                ParameterTex.plain(knowledge.trace().network(), view.entries().get(index)),
                t,
                NumberFormat.format(view.norms().get(index).at(t - 1)));
    }

    /** The step that adds most to each matrix, among those that have added. */
    @Override
    public String description() {
        return IntStream.range(0, view.entries().size())
                .filter(i -> first <= last)
                .mapToObj(i -> {
                    Tensor norms = view.norms().get(i);
                    int most = first;
                    for (int t = first; t <= last; t++) {
                        most = norms.at(t - 1) > norms.at(most - 1) ? t : most;
                    }
                    return text(i, most);
                })
                .collect(Collectors.joining("; "));
    }

    @Override
    public List<String> header() {
        return Stream.concat(Stream.of("t"), view.entries().stream().map(entry -> "norm of share of d" + entry.name()))
                .toList();
    }

    /** One row a step; what has not been added is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(1, steps()).mapToObj(t -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
            view.norms().forEach(norms -> cells.add(t < first || t > last ? "" : NumberFormat.exact(norms.at(t - 1))));
            return cells;
        });
    }
}
