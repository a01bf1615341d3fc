package unroll.plot.weights;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import unroll.core.model.Chain;
import unroll.core.model.Network;
import unroll.core.model.ParameterLayout.Entry;
import unroll.core.model.Site;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.debug.Progress;
import unroll.plot.Box;
import unroll.plot.ColorMap;
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
import unroll.plot.chart.MatrixPicture;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.Crisp;
import unroll.plot.tex.Caption;

/**
 * Every parameter of one layer and of the head: its values on top and, on the scale of all gradients, what is known of
 * its gradient below. All values share one scale. Gates are told apart by lines across their blocks of rows.
 */
public final class WeightsPainter implements Painter, Tabular, Described {
    private static final double PAD = 12;
    private static final double TITLE = 24;
    private static final double SIDE = 60;
    private static final double GAP = 12;
    private static final double BAR = 70;
    private static final double TEXT_SIZE = 12;
    private static final double SMALL = 10.5;
    private static final double LEAST_WIDTH = 9;
    private static final double BIAS_WIDTH = 14;

    private final Knowledge knowledge;
    private final Wording wording;
    private final List<Entry> entries;
    private final List<Optional<Tensor>> gradients = new ArrayList<>();
    private final double largest;

    /**
     * The parameters of a layer in one direction, and of the head.
     */
    public WeightsPainter(Knowledge knowledge, Chain chain, Wording wording) {
        this.knowledge = knowledge;
        this.wording = wording;
        Set<String> ofChain = network().cell().parameters(network().bias()).stream()
                .map(shape -> chain.parameterName(shape.name()))
                .collect(Collectors.toSet());
        this.entries = trace().parameters().layout().entries().stream()
                .filter(entry -> ofChain.contains(entry.name()) || entry.layer() == Site.HEAD)
                .toList();
        double found = 0;
        for (Entry entry : entries) {
            gradients.add(new KnownGradient(knowledge, entry).sum());
            for (double value : trace().parameters().tensor(entry.name()).toArray()) {
                found = Math.abs(value) > found && Double.isFinite(value) ? Math.abs(value) : found;
            }
        }
        this.largest = found;
    }

    private Trace trace() {
        return knowledge.trace();
    }

    private Network network() {
        return trace().network();
    }

    /** Where each parameter stands; values above, gradients below. */
    private record Layout(List<Box> values, List<Box> gradients) {}

    private Layout layout(double width, double height) {
        double left = PAD + SIDE;
        double room = width - left - BAR - GAP * (entries.size() - 1);
        double tall = Math.max(10, (height - 2 * PAD - TITLE - GAP) / 2);
        double[] widths = widths(room, tall);
        List<Box> values = new ArrayList<>();
        List<Box> below = new ArrayList<>();
        double x = left;
        for (double wide : widths) {
            values.add(new Box(x, PAD + TITLE, wide, tall));
            below.add(new Box(x, PAD + TITLE + tall + GAP, wide, tall));
            x += wide + GAP;
        }
        return new Layout(values, below);
    }

    /** Biases take a fixed width, matrices share the rest by the square root of their columns, wide ones at most a square. */
    private double[] widths(double room, double tall) {
        double[] widths = new double[entries.size()];
        double weights = 0;
        double rest = room;
        for (Entry entry : entries) {
            weights += entry.columns() == 0 ? 0 : Math.sqrt(entry.columns());
            rest -= entry.columns() == 0 ? BIAS_WIDTH : 0;
        }
        for (int i = 0; i < widths.length; i++) {
            Entry entry = entries.get(i);
            double share = Math.max(LEAST_WIDTH, rest * Math.sqrt(entry.columns()) / weights);
            double square = tall * Math.max(0.35, (double) entry.columns() / entry.rows());
            widths[i] = entry.columns() == 0 ? BIAS_WIDTH : Math.min(share, Math.min(square, 1.6 * tall));
        }
        return widths;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Layout layout = layout(width, height);
        ColorMap values = ColorMap.signed(Range.signedOwn(largest), palette);
        ColorMap logs = ColorMap.logMagnitude(palette);
        Color muted = palette.color(Role.MUTED);
        side(g, "weights.value", layout.values().get(0), muted);
        side(g, "weights.gradient", layout.gradients().get(0), muted);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Box above = layout.values().get(i);
            Box below = layout.gradients().get(i);
            Caption name = Caption.of("$" + ParameterTex.of(network(), entry) + "$", Face.REGULAR, TEXT_SIZE + 1);
            name.drawCentered(g, above.x() + above.width() / 2, above.y() - 8, palette.color(Role.FOREGROUND));
            new MatrixPicture(trace().parameters().tensor(entry.name()), values).paint(g, above);
            gradients
                    .get(i)
                    .ifPresentOrElse(
                            sum -> new MatrixPicture(sum, logs).paint(g, below),
                            () -> Crisp.draw(g, () -> Hatch.fill(g, below, palette)));
            outline(g, above, entry, palette);
            outline(g, below, entry, palette);
        }
        double bar = layout.values().get(entries.size() - 1).right() + GAP + 4;
        Box above = layout.values().get(0);
        Box below = layout.gradients().get(0);
        new ColorBar(values).paint(g, bar, above.y(), above.height(), palette);
        new ColorBar(logs).paint(g, bar, below.y(), below.height(), palette);
    }

    /** What a row of pictures is, with how far the sums have come. */
    private void side(Graphics2D g, String key, Box beside, Color color) {
        double y = beside.y() + beside.height() / 2;
        Caption.of(wording.text(key), Face.REGULAR, SMALL + 1).draw(g, PAD, y, color);
        Progress progress = knowledge.parameterProgress(entries.get(0).name());
        if (key.equals("weights.gradient") && progress.isPartial()) {
            TextLine.of(wording.text("weights.progress", progress.done(), progress.of()), Face.REGULAR, SMALL)
                    .draw(g, PAD, y + 16, color);
        }
    }

    private void outline(Graphics2D g, Box box, Entry entry, Palette palette) {
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        g.setColor(palette.color(Role.FOREGROUND, 0.6));
        for (int block = 1; block < entry.blocks(); block++) {
            double y = box.y() + box.height() * block / entry.blocks();
            g.draw(new Line2D.Double(box.x(), y, box.right(), y));
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Layout layout = layout(width, height);
        for (int i = 0; i < entries.size(); i++) {
            if (layout.values().get(i).contains(x, y)) {
                Tensor values = trace().parameters().tensor(entries.get(i).name());
                return Optional.of(hit(i, values, layout.values().get(i), x, y, false));
            }
            if (layout.gradients().get(i).contains(x, y)) {
                Box box = layout.gradients().get(i);
                int index = i;
                return gradients.get(i).map(sum -> hit(index, sum, box, x, y, true));
            }
        }
        return Optional.empty();
    }

    private Hit hit(int index, Tensor numbers, Box box, double x, double y, boolean gradient) {
        Entry entry = entries.get(index);
        // hits do not look at colours
        MatrixPicture picture = new MatrixPicture(numbers, ColorMap.logMagnitude(Palette.light()));
        int row = picture.rowAt(box, y);
        int column = picture.columnAt(box, x);
        String letter = ParameterTex.plain(network(), entry);
        String place = entry.columns() == 0 ? "[" + row + "]" : "[" + row + ", " + column + "]";
        double value = numbers.at(row * picture.columns() + column);
        String text = (gradient ? "\u2202L/\u2202" : "") + letter + place + " = " + NumberFormat.format(value);
        Progress progress = knowledge.parameterProgress(entry.name());
        String told = gradient && progress.isPartial()
                ? wording.text("hit.partial", text, progress.done(), progress.of())
                : text;
        return new Hit(told, picture.cell(box, row, column), new EntryTarget(entry.name(), gradient, row, column));
    }

    @Override
    public String description() {
        return entries.stream()
                .map(entry -> "\u2016" + ParameterTex.plain(network(), entry) + "\u2016 = "
                        + NumberFormat.format(
                                trace().parameters().tensor(entry.name()).norm()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<String> header() {
        return List.of("parameter", "row", "column", "value", "gradient");
    }

    /** One row an entry; a gradient that is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1).flatMap(this::rowsOf);
    }

    private Stream<List<String>> rowsOf(int index) {
        Entry entry = entries.get(index);
        Tensor values = trace().parameters().tensor(entry.name());
        int columns = Math.max(1, entry.columns());
        return Stream.iterate(0, i -> i < entry.size(), i -> i + 1)
                .map(i -> List.of(
                        entry.name(),
                        Integer.toString(Math.floorDiv(i, columns)),
                        Integer.toString(i % columns),
                        NumberFormat.exact(values.at(i)),
                        gradients
                                .get(index)
                                .map(sum -> NumberFormat.exact(sum.at(i)))
                                .orElse("")));
    }
}
