package unroll.plot.saturation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.analysis.Saturation;
import unroll.analysis.SaturationMap;
import unroll.analysis.SaturationMap.Gate;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.Box;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Hatch;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.axis.LinearScale;
import unroll.plot.axis.Tick;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;
import unroll.plot.tex.Caption;

/**
 * A row for each gate: on the left how much of it is flat at each step, from below the units at the lower end and from
 * above those at the upper one; on the right how the slopes of all units and steps are spread from 0 to γ.
 */
public final class SaturationPainter implements Painter, Tabular, Described {
    private static final double PAD = 12;
    private static final double NAME = 30;
    private static final double TITLE = 30;
    private static final double TICKS = 24;
    private static final double GAP = 28;
    private static final double ROW_GAP = 8;
    private static final double TEXT_SIZE = 11;
    private static final double SMALL = 10;
    private static final double TALLEST = 180;
    private static final double HISTOGRAM_SHARE = 0.3;
    private static final double TICK_ROOM = 60;
    private static final int PERCENT = 100;

    private final Knowledge knowledge;
    private final SaturationMap map;
    private final Wording wording;
    private final List<KnownVector> known = new ArrayList<>();

    public SaturationPainter(Knowledge knowledge, SaturationMap map, Wording wording) {
        this.knowledge = knowledge;
        this.map = map;
        this.wording = wording;
        map.gates().forEach(gate -> known.add(knowledge.values(gate.site(), map.row())));
    }

    private int steps() {
        return knowledge.trace().steps();
    }

    private record Layout(Box steps, Box slopes, double pitch, double rowHeight) {
        Box row(Box column, int gate) {
            return new Box(column.x(), column.y() + gate * pitch, column.width(), rowHeight);
        }
    }

    private Layout layout(double width, double height) {
        double left = PAD + NAME;
        double all = width - left - GAP - PAD;
        double slopes = Math.max(40, HISTOGRAM_SHARE * all);
        double top = KeyRow.HEIGHT + TITLE;
        double down = Math.max(10, height - top - TICKS);
        double pitch =
                Math.min(TALLEST + ROW_GAP, down / Math.max(1, map.gates().size()));
        double tall = pitch * map.gates().size();
        return new Layout(
                new Box(left, top, all - slopes, tall),
                new Box(left + all - slopes + GAP, top, slopes, tall),
                pitch,
                pitch - ROW_GAP);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Color muted = palette.color(Role.MUTED);
        if (map.gates().isEmpty()) {
            Caption.of(wording.text("saturation.none"), Face.REGULAR, TEXT_SIZE + 2)
                    .drawCentered(g, width / 2, height / 2, muted);
            return;
        }
        Layout layout = layout(width, height);
        key(g, palette).paint(g, PAD, width - PAD, 2, palette);
        double title = KeyRow.HEIGHT + TITLE - 10;
        Caption.of(wording.text("saturation.share"), Face.MEDIUM, TEXT_SIZE)
                .draw(g, layout.steps().x(), title, muted);
        Caption.of(wording.text("saturation.slopes"), Face.MEDIUM, TEXT_SIZE)
                .draw(g, layout.slopes().x(), title, muted);
        for (int i = 0; i < map.gates().size(); i++) {
            Box row = layout.row(layout.steps(), i);
            Caption name =
                    Caption.of("$" + map.gates().get(i).site().quantity().tex() + "$", Face.REGULAR, TEXT_SIZE + 2);
            name.draw(g, PAD, row.y() + (row.height() + name.ascent()) / 2, palette.color(Role.FOREGROUND));
            Crisp.fill(g, row, palette.color(Role.SUBTLE));
            paintSteps(g, row, i, palette);
            paintSlopes(g, layout.row(layout.slopes(), i), i, palette);
        }
        paintTicks(g, layout, palette);
        paintCursor(g, layout, palette);
    }

    private KeyRow key(Graphics2D g, Palette palette) {
        return new KeyRow(List.of(
                swatch(g, palette.color(Role.NEGATIVE), "saturation.low"),
                swatch(g, palette.color(Role.POSITIVE), "saturation.high"),
                swatch(g, palette.color(Role.SUBTLE), "saturation.live")));
    }

    private KeyRow.Item swatch(Graphics2D g, Color color, String key) {
        return new KeyRow.Item(14, box -> Crisp.fill(g, box, color), wording.text(key));
    }

    private void paintSteps(Graphics2D g, Box row, int index, Palette palette) {
        Gate gate = map.gates().get(index);
        double pitch = row.width() / steps();
        Crisp.draw(g, () -> {
            for (int t = 1; t <= steps(); t++) {
                double x = row.x() + (t - 1) * pitch;
                if (!known.get(index).isKnown(t)) {
                    Hatch.fill(g, new Box(x, row.y(), row.right() - x, row.height()), palette);
                    break;
                }
                double low = gate.low().at(t - 1) * row.height();
                double high = gate.high().at(t - 1) * row.height();
                g.setColor(palette.color(Role.NEGATIVE));
                g.fill(new Rectangle2D.Double(x, row.bottom() - low, pitch, low));
                g.setColor(palette.color(Role.POSITIVE));
                g.fill(new Rectangle2D.Double(x, row.y(), pitch, high));
            }
        });
    }

    /** Bars relative to the tallest one; what lies in the flat part is marked. */
    private void paintSlopes(Graphics2D g, Box row, int index, Palette palette) {
        if (!known.get(index).isKnown(steps())) {
            Crisp.draw(g, () -> Hatch.fill(g, row, palette));
            return;
        }
        Gate gate = map.gates().get(index);
        double tallest = 0;
        for (int bin = 0; bin < SaturationMap.BINS; bin++) {
            tallest = Math.max(tallest, gate.slopes().at(bin));
        }
        double pitch = row.width() / SaturationMap.BINS;
        for (int bin = 0; bin < SaturationMap.BINS && tallest > 0; bin++) {
            boolean flat = (bin + 1.0) / SaturationMap.BINS <= Saturation.FLAT;
            double height = gate.slopes().at(bin) / tallest * row.height();
            Box bar = new Box(row.x() + bin * pitch, row.bottom() - height, Math.max(1, pitch - 1), height);
            Crisp.fill(g, bar, palette.color(flat ? Role.DANGER : Role.FORWARD, 0.85));
        }
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke(1));
        g.draw(new Line2D.Double(row.x(), row.bottom(), row.right(), row.bottom()));
    }

    private void paintTicks(Graphics2D g, Layout layout, Palette palette) {
        Color muted = palette.color(Role.MUTED);
        Box last = layout.row(layout.steps(), map.gates().size() - 1);
        double pitch = last.width() / steps();
        double y = last.bottom() + 14;
        LinearScale scale = LinearScale.tight(1, Math.max(2, steps()), true);
        for (Tick tick : scale.ticks(Math.max(2, (int) (last.width() / TICK_ROOM)))) {
            if (tick.value() >= 1 && tick.value() <= steps()) {
                TextLine.of(tick.text(), Face.REGULAR, SMALL)
                        .drawCentered(g, last.x() + (tick.value() - 0.5) * pitch, y, muted);
            }
        }
        TextLine.of("t", Face.MATH_ITALIC, TEXT_SIZE + 1).drawRight(g, last.x() - 6, y, muted);
        Box slopes = layout.row(layout.slopes(), map.gates().size() - 1);
        double flat = slopes.x() + Saturation.FLAT * slopes.width();
        Caption.of("$\\gamma/10$", Face.REGULAR, SMALL).drawCentered(g, flat, y, palette.color(Role.DANGER));
        Caption gamma = Caption.of("$\\gamma$", Face.REGULAR, TEXT_SIZE);
        gamma.draw(g, slopes.right() - gamma.width(), y, muted);
    }

    private void paintCursor(Graphics2D g, Layout layout, Palette palette) {
        CurrentLine.of(knowledge)
                .flatMap(line -> line.step().stream().boxed().findFirst())
                .ifPresent(t -> {
                    double pitch = layout.steps().width() / steps();
                    double x = layout.steps().x() + (t - 1) * pitch;
                    double bottom =
                            layout.row(layout.steps(), map.gates().size() - 1).bottom();
                    double wide = Math.max(2, pitch);
                    g.setColor(palette.color(Role.ACCENT));
                    g.setStroke(new BasicStroke(1.5f));
                    g.draw(new Rectangle2D.Double(
                            x,
                            layout.steps().y() - 2,
                            wide,
                            bottom - layout.steps().y() + 4));
                });
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        Layout layout = layout(width, height);
        for (int i = 0; i < map.gates().size(); i++) {
            Box row = layout.row(layout.steps(), i);
            Box slopes = layout.row(layout.slopes(), i);
            if (row.contains(x, y)) {
                int t = 1 + (int) ((x - row.x()) / row.width() * steps());
                return known.get(i).isKnown(t) ? Optional.of(stepHit(row, i, t)) : Optional.empty();
            }
            if (slopes.contains(x, y) && known.get(i).isKnown(steps())) {
                return Optional.of(slopeHit(slopes, i, (int) ((x - slopes.x()) / slopes.width() * SaturationMap.BINS)));
            }
        }
        return Optional.empty();
    }

    private Hit stepHit(Box row, int index, int t) {
        Gate gate = map.gates().get(index);
        double pitch = row.width() / steps();
        String text = wording.text(
                "saturation.hit",
                gate.site().quantity().plain(),
                t,
                percent(gate.low().at(t - 1)),
                percent(gate.high().at(t - 1)));
        Box area = new Box(row.x() + (t - 1) * pitch, row.y(), pitch, row.height());
        return new Hit(text, area, new GateTarget(gate.site(), t));
    }

    private Hit slopeHit(Box row, int index, int bin) {
        Gate gate = map.gates().get(index);
        double width = gate.function().largestSlope() / SaturationMap.BINS;
        String text = wording.text(
                "saturation.slopeHit",
                gate.site().quantity().plain(),
                NumberFormat.format(bin * width),
                NumberFormat.format((bin + 1) * width),
                percent(gate.slopes().at(bin)));
        double pitch = row.width() / SaturationMap.BINS;
        Box area = new Box(row.x() + bin * pitch, row.y(), pitch, row.height());
        return new Hit(text, area, new SlopeTarget(gate.site(), bin));
    }

    private static String percent(double share) {
        return NumberFormat.format(Math.rint(share * 10 * PERCENT) / 10);
    }

    /** The mean share of each gate that is flat, over the steps that are known. */
    @Override
    public String description() {
        return IntStream.range(0, map.gates().size())
                .mapToObj(i -> {
                    Gate gate = map.gates().get(i);
                    double mean = IntStream.rangeClosed(1, steps())
                            .filter(known.get(i)::isKnown)
                            .mapToDouble(gate::flat)
                            .average()
                            .orElse(0);
                    return wording.text(
                            "saturation.mean", gate.site().quantity().plain(), percent(mean));
                })
                .collect(Collectors.joining(", "));
    }

    /** For each gate the share at its lower and at its upper end. */
    @Override
    public List<String> header() {
        return Stream.concat(
                        Stream.of("t"),
                        map.gates().stream()
                                .map(gate -> gate.site().quantity().id())
                                .flatMap(id -> Stream.of(id + " low", id + " high")))
                .toList();
    }

    /** One row a step; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(1, steps()).mapToObj(t -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
            for (int i = 0; i < map.gates().size(); i++) {
                boolean there = known.get(i).isKnown(t);
                cells.add(there ? NumberFormat.exact(map.gates().get(i).low().at(t - 1)) : "");
                cells.add(there ? NumberFormat.exact(map.gates().get(i).high().at(t - 1)) : "");
            }
            return cells;
        });
    }
}
