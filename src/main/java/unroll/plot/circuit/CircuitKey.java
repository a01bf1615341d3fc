package unroll.plot.circuit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Dash;
import unroll.plot.Legend;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.lanes.ColorBar;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;
import unroll.plot.lanes.LaneColor;
import unroll.plot.lanes.LaneKey;
import unroll.plot.lanes.LaneStrip;
import unroll.plot.lanes.StripColors;
import unroll.plot.stage.EdgeWidth;
import unroll.plot.stage.Rings;
import unroll.plot.stage.RoundFrame;

/**
 * What the colours and marks of a circuit mean.
 *
 * @param cell the numbers
 * @param wording for the meanings
 * @param colors of the numbers
 */
record CircuitKey(OpenCell cell, Wording wording, StripColors colors) {
    private static final double SWATCH = 18;
    private static final double BAR = 48;

    private Palette palette() {
        return colors.palette();
    }

    List<KeyRow.Item> items(Graphics2D g, Optional<CurrentLine> current, boolean backward) {
        List<KeyRow.Item> items = new ArrayList<>();
        addScales(g, items);
        items.addAll(new LaneKey(g, wording, palette()).row(backward).items());
        items.add(wire(g, Role.BORDER, 1.5, "key.waiting"));
        items.add(wire(g, Role.FORWARD, 1.5, "key.used"));
        if (backward) {
            items.add(wire(g, Role.BACKWARD, 4, "key.returned"));
            items.add(weak(g));
        }
        current.ifPresent(line -> {
            Color color = palette().color(line.role());
            items.add(ring(g, color, Dash.DASHED.stroke(Rings.READ_WIDTH), "key.read"));
            items.add(ring(g, color, new BasicStroke((float) Rings.WRITTEN_WIDTH), "key.written"));
        });
        return items;
    }

    /** Vectors that share a scale share a bar; gates have their own, which tells what bars mean. */
    private record Scale(LaneColor color, boolean gate, Legend legend) {}

    private void addScales(Graphics2D g, List<KeyRow.Item> items) {
        Map<Scale, Set<String>> names = new LinkedHashMap<>();
        Map<Scale, ColorMap> maps = new LinkedHashMap<>();
        for (Card card : cell.cards().values()) {
            LaneStrip strip = card.strip(false, 0);
            ColorMap map = colors.of(strip);
            Scale scale = new Scale(strip.lane().color(), card.isGate(), map.legend());
            maps.put(scale, map);
            names.computeIfAbsent(scale, each -> new LinkedHashSet<>())
                    .add(card.ref().letter());
        }
        maps.forEach((scale, map) -> {
            String letters = String.join(", ", names.get(scale));
            items.add(scale.gate() ? gate(g, map, letters) : bar(g, map, letters));
        });
    }

    private KeyRow.Item bar(Graphics2D g, ColorMap map, String names) {
        List<Legend.Tick> ticks = map.legend().ticks();
        String low = ticks.get(0).text();
        String high = ticks.get(ticks.size() - 1).text();
        return new KeyRow.Item(
                BAR,
                box -> {
                    new ColorBar(map).paintLying(g, box);
                    outline(g, box);
                },
                wording.text("key.scale", names, low, high));
    }

    private KeyRow.Item gate(Graphics2D g, ColorMap map, String names) {
        return new KeyRow.Item(
                BAR,
                box -> {
                    int bars = 9;
                    new UnitRow(bars, box).bars(g, unit -> unit / (bars - 1.0), unit -> map.argb(unit / (bars - 1.0)));
                    outline(g, box);
                },
                wording.text("key.gate", names));
    }

    private void outline(Graphics2D g, Box box) {
        g.setColor(palette().color(Role.BORDER));
        g.setStroke(new BasicStroke(0.8f));
        g.draw(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
    }

    private KeyRow.Item wire(Graphics2D g, Role role, double width, String key) {
        return new KeyRow.Item(
                SWATCH,
                box -> {
                    double y = box.y() + box.height() / 2;
                    WirePath path =
                            new WirePath(List.of(new Point2D.Double(box.x(), y), new Point2D.Double(box.right(), y)));
                    new WirePainter(palette())
                            .paint(
                                    g,
                                    role == Role.BACKWARD ? path.reversed() : path,
                                    palette().color(role),
                                    width);
                },
                wording.text(key));
    }

    private KeyRow.Item weak(Graphics2D g) {
        return new KeyRow.Item(
                SWATCH,
                box -> {
                    double y = box.y() + box.height() / 2;
                    WirePath path =
                            new WirePath(List.of(new Point2D.Double(box.x(), y), new Point2D.Double(box.right(), y)));
                    new WirePainter(palette()).paintGradient(g, path, 0);
                },
                wording.text("key.weak", NumberFormat.format(EdgeWidth.LOW)));
    }

    private KeyRow.Item ring(Graphics2D g, Color color, BasicStroke stroke, String key) {
        return new KeyRow.Item(
                SWATCH,
                box -> {
                    g.setColor(color);
                    g.setStroke(stroke);
                    g.draw(new RoundFrame(box).ring(0));
                },
                wording.text(key));
    }
}
