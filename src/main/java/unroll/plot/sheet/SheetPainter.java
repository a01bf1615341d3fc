package unroll.plot.sheet;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * Rows from top to bottom.
 *
 * @param focused which of the links the keys stand on
 */
public record SheetPainter(List<Row> rows, OptionalInt focused) implements Painter {
    private static final double SIDE = 13;
    private static final double END = 10;
    private static final double RING = 3;

    public SheetPainter {
        rows = List.copyOf(rows);
    }

    public static SheetPainter of(List<Row> rows) {
        return new SheetPainter(rows, OptionalInt.empty());
    }

    /** With a ring around one of the links. */
    public SheetPainter withFocus(OptionalInt link) {
        return new SheetPainter(rows, link);
    }

    /** What all rows take at a width, px. */
    public double height(double width) {
        double inner = Math.max(1, width - 2 * SIDE);
        return END + rows.stream().mapToDouble(row -> row.height(inner)).sum();
    }

    /** The sheet for screen readers. */
    public String text() {
        return rows.stream().map(Row::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** All that the sheet leads to, from top to bottom. */
    public List<Hit> links(double width) {
        List<Hit> links = new ArrayList<>();
        List<Box> places = places(width);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).link(places.get(i)).ifPresent(links::add);
        }
        return links;
    }

    private List<Box> places(double width) {
        List<Box> places = new ArrayList<>();
        double inner = Math.max(1, width - 2 * SIDE);
        double top = 0;
        for (Row row : rows) {
            double height = row.height(inner);
            places.add(new Box(SIDE, top, inner, height));
            top += height;
        }
        return places;
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.SURFACE));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        List<Box> places = places(width);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).paint(g, places.get(i), palette);
        }
        List<Hit> links = focused.isPresent() ? links(width) : List.of();
        if (focused.isPresent() && focused.getAsInt() < links.size()) {
            Box area = links.get(focused.getAsInt()).area();
            g.setColor(palette.color(Role.ACCENT));
            g.setStroke(new BasicStroke(1.5f));
            g.draw(new RoundRectangle2D.Double(
                    area.x() - RING, area.y(), area.width() + 2 * RING, area.height(), 2 * RING, 2 * RING));
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        List<Box> places = places(width);
        for (int i = 0; i < rows.size(); i++) {
            Box place = places.get(i);
            if (y >= place.y() && y < place.bottom()) {
                return rows.get(i).at(x, y, place);
            }
        }
        return Optional.empty();
    }
}
