package unroll.plot.panel;

import java.awt.Graphics2D;
import unroll.plot.Box;
import unroll.plot.Described;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.Crisp;
import unroll.plot.tex.Caption;

/** A sentence in place of a figure that can't be drawn. */
public record Remark(String text) implements Painter, Described {
    private static final double SIZE = 13;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        Caption.of(text, Face.REGULAR, SIZE).drawCentered(g, width / 2, height / 2, palette.color(Role.MUTED));
    }

    @Override
    public String description() {
        return Caption.plain(text);
    }
}
