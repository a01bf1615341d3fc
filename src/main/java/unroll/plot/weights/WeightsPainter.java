package unroll.plot.weights;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 * Every parameter of one layer and direction and of the head: its values on top, below them on the scale of all gradients
 * what is known of its gradient, and what the update adds to it. All values share one scale. Gates are told apart by
 * lines across their blocks of rows.
 */
public final class WeightsPainter implements Painter, Tabular, Described {
    private static final double PAD = 12;
    private static final double SIDE = 76;
    private static final double GATES = 14;
    private static final double TEXT_SIZE = 12;
    private static final double SMALL = 10.5;
    private static final double LINE = 15;

    /** Blocks of rows that are lower than this have no room for their gates' names, px. */
    private static final double ROOM_FOR_GATE = 9;

    private final Knowledge knowledge;
    private final Wording wording;
    private final List<Entry> entries;
    private final Map<Aspect, List<Optional<Tensor>>> numbers = new EnumMap<>(Aspect.class);
    private final double largest;
    private final Optional<EntryTarget> marked;

    /**
     * The parameters of a layer in one direction, and of the head.
     *
     * @param updates of all parameters by name
     */
    public WeightsPainter(Knowledge knowledge, Chain chain, Map<String, Tensor> updates, Wording wording) {
        this.knowledge = knowledge;
        this.wording = wording;
        this.marked = Optional.empty();
        Set<String> ofChain = network().cell().parameters(network().bias()).stream()
                .map(shape -> chain.parameterName(shape.name()))
                .collect(Collectors.toSet());
        this.entries = trace().parameters().layout().entries().stream()
                .filter(entry -> ofChain.contains(entry.name()) || entry.layer() == Site.HEAD)
                .toList();
        boolean updated = knowledge.cursor() == knowledge.program().size();
        for (Aspect aspect : Aspect.values()) {
            numbers.put(aspect, new ArrayList<>());
        }
        double found = 0;
        for (Entry entry : entries) {
            Tensor values = trace().parameters().tensor(entry.name());
            numbers.get(Aspect.VALUE).add(Optional.of(values));
            numbers.get(Aspect.GRADIENT).add(new KnownGradient(knowledge, entry).sum());
            numbers.get(Aspect.UPDATE)
                    .add(Optional.ofNullable(updates.get(entry.name())).filter(known -> updated));
            for (double value : values.toArray()) {
                found = Math.abs(value) > found && Double.isFinite(value) ? Math.abs(value) : found;
            }
        }
        this.largest = found;
    }

    private WeightsPainter(WeightsPainter like, Optional<EntryTarget> marked) {
        this.knowledge = like.knowledge;
        this.wording = like.wording;
        this.entries = like.entries;
        this.numbers.putAll(like.numbers);
        this.largest = like.largest;
        this.marked = marked;
    }

    /** The same with a ring around an entry in each of its pictures. */
    public WeightsPainter marking(Optional<EntryTarget> entry) {
        return new WeightsPainter(this, entry);
    }

    private Trace trace() {
        return knowledge.trace();
    }

    private Network network() {
        return trace().network();
    }

    private WeightsLayout layout(double width, double height) {
        return WeightsLayout.of(entries, PAD + SIDE + (isGated() ? GATES : 0), width, height);
    }

    private boolean isGated() {
        return entries.get(0).blocks() > 1;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        WeightsLayout layout = layout(width, height);
        ColorMap values = ColorMap.signed(Range.signedOwn(largest), palette);
        ColorMap logs = ColorMap.logMagnitude(palette);
        for (int i = 0; i < entries.size(); i++) {
            Box above = layout.box(Aspect.VALUE, i);
            Caption name =
                    Caption.of("$" + ParameterTex.letter(network(), entries.get(i)) + "$", Face.REGULAR, TEXT_SIZE + 1);
            name.drawCentered(g, above.x() + above.width() / 2, above.y() - 8, palette.color(Role.FOREGROUND));
        }
        for (Aspect aspect : Aspect.values()) {
            side(g, aspect, layout.box(aspect, 0), palette.color(Role.MUTED));
            gates(g, layout.box(aspect, 0), palette.color(Role.MUTED));
            for (int i = 0; i < entries.size(); i++) {
                ColorMap map = aspect == Aspect.VALUE ? values : logs;
                picture(g, layout.box(aspect, i), numbers.get(aspect).get(i), map, palette);
                outline(g, layout.box(aspect, i), entries.get(i), palette);
            }
            marked.ifPresent(entry -> mark(g, layout, aspect, entry, palette));
        }
        Box bar = layout.bar(Aspect.VALUE, Aspect.VALUE);
        new ColorBar(values).paint(g, bar.x(), bar.y(), bar.height(), palette);
        Box logBar = layout.bar(Aspect.GRADIENT, Aspect.UPDATE);
        new ColorBar(logs).paint(g, logBar.x(), logBar.y(), logBar.height(), palette);
    }

    private static void picture(Graphics2D g, Box box, Optional<Tensor> matrix, ColorMap map, Palette palette) {
        matrix.ifPresentOrElse(
                known -> new MatrixPicture(known, map).paint(g, box),
                () -> Crisp.draw(g, () -> Hatch.fill(g, box, palette)));
    }

    /** What a row of pictures is, of which layer, and how far its sums have come. */
    private void side(Graphics2D g, Aspect aspect, Box beside, Color color) {
        List<String> lines = new ArrayList<>(List.of(wording.text("weights." + aspect.id())));
        Progress progress = knowledge.parameters().progress(entries.get(0).name());
        if (aspect == Aspect.GRADIENT && progress.isPartial()) {
            lines.add(wording.text("weights.progress", progress.done(), progress.of()));
        }
        String layer = ParameterTex.layer(network(), entries.get(0));
        if (aspect == Aspect.VALUE && !layer.isEmpty()) {
            lines.add(network().layers() > 1 ? wording.text("weights.layer", layer) : layer);
        }
        double y = beside.y() + beside.height() / 2 - (lines.size() - 1) * LINE / 2 + SMALL / 2;
        for (String line : lines) {
            Caption.of(line, Face.REGULAR, SMALL + 1).draw(g, PAD, y, color);
            y += LINE;
        }
    }

    /** Which rows belong to which gate. */
    private void gates(Graphics2D g, Box beside, Color color) {
        List<String> names = network().cell().blocks();
        double tall = beside.height() / Math.max(1, names.size());
        for (int i = 0; i < names.size() && isGated() && tall >= ROOM_FOR_GATE; i++) {
            TextLine name = TextLine.of(names.get(i), Face.MATH_ITALIC, TEXT_SIZE);
            name.drawRight(g, beside.x() - 5, beside.y() + (i + 0.5) * tall + SMALL / 3, color);
        }
    }

    private static void outline(Graphics2D g, Box box, Entry entry, Palette palette) {
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        g.setColor(palette.color(Role.FOREGROUND, 0.6));
        for (int block = 1; block < entry.blocks(); block++) {
            double y = box.y() + box.height() * block / entry.blocks();
            g.draw(new Line2D.Double(box.x(), y, box.right(), y));
        }
    }

    private void mark(Graphics2D g, WeightsLayout layout, Aspect aspect, EntryTarget entry, Palette palette) {
        placeOf(entry, aspect, layout).ifPresent(cell -> {
            g.setColor(palette.color(Role.ACCENT));
            g.setStroke(new BasicStroke(2));
            g.draw(new Rectangle2D.Double(cell.x() - 1.5, cell.y() - 1.5, cell.width() + 3, cell.height() + 3));
        });
    }

    private Optional<Box> placeOf(EntryTarget target, Aspect aspect, WeightsLayout layout) {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).name().equals(target.parameter()))
                .mapToObj(i -> picture(i).cell(layout.box(aspect, i), target.row(), target.column()))
                .findFirst();
    }

    /** Where the value of an entry stands; empty for a parameter that is not shown. */
    public Optional<Box> place(EntryTarget target, double width, double height) {
        return placeOf(target, Aspect.VALUE, layout(width, height));
    }

    /** Of the values; only for its places. */
    private MatrixPicture picture(int entry) {
        Tensor values = trace().parameters().tensor(entries.get(entry).name());
        return new MatrixPicture(values, ColorMap.logMagnitude(Palette.light()));
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        WeightsLayout layout = layout(width, height);
        for (Aspect aspect : Aspect.values()) {
            for (int i = 0; i < entries.size(); i++) {
                Box box = layout.box(aspect, i);
                if (box.contains(x, y)) {
                    int row = picture(i).rowAt(box, y);
                    EntryTarget target = new EntryTarget(
                            entries.get(i).name(), aspect, row, picture(i).columnAt(box, x));
                    Box cell = picture(i).cell(box, target.row(), target.column());
                    return text(i, target).map(told -> new Hit(told, cell, target));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(int index, EntryTarget target) {
        Entry entry = entries.get(index);
        boolean vector = entry.columns() == 0;
        String place = vector ? "[" + target.row() + "]" : "[" + target.row() + ", " + target.column() + "]";
        String name = target.aspect().prefix() + ParameterTex.plain(network(), entry) + place;
        return numbers.get(target.aspect()).get(index).map(known -> {
            double value = known.at(target.row() * Math.max(1, entry.columns()) + target.column());
            String told = name + " = " + NumberFormat.format(value);
            Progress progress = knowledge.parameters().progress(entry.name());
            return target.aspect() == Aspect.GRADIENT && progress.isPartial()
                    ? wording.text("hit.partial", told, progress.done(), progress.of())
                    : told;
        });
    }

    @Override
    public String description() {
        return entries.stream()
                .map(entry -> "‖" + ParameterTex.plain(network(), entry) + "‖ = "
                        + NumberFormat.format(
                                trace().parameters().tensor(entry.name()).norm()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<String> header() {
        return List.of("parameter", "row", "column", "value", "gradient", "update");
    }

    /** One row an entry; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.range(0, entries.size()).boxed().flatMap(this::rowsOf);
    }

    private Stream<List<String>> rowsOf(int index) {
        Entry entry = entries.get(index);
        int columns = Math.max(1, entry.columns());
        return IntStream.range(0, entry.size()).mapToObj(i -> {
            List<String> cells = new ArrayList<>(
                    List.of(entry.name(), Integer.toString(Math.floorDiv(i, columns)), Integer.toString(i % columns)));
            for (Aspect aspect : Aspect.values()) {
                cells.add(numbers.get(aspect)
                        .get(index)
                        .map(known -> NumberFormat.exact(known.at(i)))
                        .orElse(""));
            }
            return cells;
        });
    }
}
