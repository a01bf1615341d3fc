package unroll.plot.flow;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import unroll.debug.Road;
import unroll.plot.Dash;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.lanes.KeyRow;

/** What the lines mean that carry no name of their own. */
record FlowKey(Graphics2D g, Wording wording, Palette palette) {
    private static final double SWATCH = 20;

    KeyRow row(List<RoadLine> roads, boolean products) {
        List<KeyRow.Item> items = new ArrayList<>();
        for (Road road : Road.values()) {
            roads.stream().filter(line -> line.road() == road).findFirst().ifPresent(line -> {
                String key = "flow.road." + road.name().toLowerCase(Locale.ROOT);
                items.add(item(line.role(), Dash.of(line.index()), key));
            });
        }
        if (products) {
            items.add(item(ProductLine.ROLE, ProductLine.DASH, "flow.product"));
        }
        return new KeyRow(items);
    }

    private KeyRow.Item item(Role role, Dash dash, String key) {
        return new KeyRow.Item(
                SWATCH,
                box -> {
                    double y = box.y() + box.height() / 2;
                    g.setColor(palette.color(role));
                    g.setStroke(dash.stroke(1.5));
                    g.draw(new Line2D.Double(box.x(), y, box.right(), y));
                },
                wording.text(key));
    }
}
