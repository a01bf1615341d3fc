package unroll.plot.flow;

import java.awt.Graphics2D;
import java.util.List;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.axis.Frame;
import unroll.plot.axis.SideLabels;
import unroll.plot.tex.Caption;

/**
 * The names of lines at their right ends, closer together where there are many. Where not even that leaves room for all,
 * the last place says how many have none.
 *
 * @param lines those that are named
 * @param left how many have no name
 * @param size of the text, px
 */
record FlowLabels(List<FlowLine> lines, int left, double size, Wording wording) {
    private static final double SIZE = 12.5;
    private static final double SMALL = 10.5;

    /** From one name to the next, as a multiple of the text's size: they have raised and lowered letters. */
    private static final double LEADING = 2;

    private static final double GAP = 10;
    private static final double MARGIN = 12;

    /**
     * Chooses the size and the names that fit.
     *
     * @param height px of the plot, or of the figure around it where the plot's is not known yet
     */
    static FlowLabels of(List<FlowLine> lines, double height, Wording wording) {
        if (lines.size() <= places(height, SIZE)) {
            return new FlowLabels(lines, 0, SIZE, wording);
        }
        int places = places(height, SMALL);
        if (lines.size() <= places) {
            return new FlowLabels(lines, 0, SMALL, wording);
        }
        int named = Math.max(1, places - 1);
        return new FlowLabels(lines.subList(0, named), lines.size() - named, SMALL, wording);
    }

    /** Names may reach half a line beyond the plot on both sides. */
    private static int places(double height, double size) {
        return (int) (height / (size * LEADING)) + 1;
    }

    /** The width that they need, px. */
    double room() {
        double widest =
                lines.stream().mapToDouble(line -> caption(line).width()).max().orElse(0);
        return GAP + (left > 0 ? Math.max(widest, more().width()) : widest) + MARGIN;
    }

    private Caption caption(FlowLine line) {
        return Caption.of(line.caption(), Face.REGULAR, size);
    }

    private Caption more() {
        return Caption.of(wording.text("flow.more", left), Face.REGULAR, size);
    }

    void paint(Graphics2D g, Frame frame, Palette palette) {
        double line = size * LEADING;
        double bottom = frame.plot().bottom() + line / 2;
        double[] wanted = lines.stream()
                .mapToDouble(each -> each.lastPlace() >= 0
                        ? each.y(frame, each.lastPlace())
                        : frame.plot().y())
                .toArray();
        double[] placed =
                SideLabels.place(wanted, line, frame.plot().y() - line / 2, left > 0 ? bottom - line : bottom);
        double x = frame.plot().right() + GAP;
        for (int i = 0; i < placed.length; i++) {
            Caption text = caption(lines.get(i));
            text.draw(
                    g,
                    x,
                    placed[i] + text.ascent() / 2,
                    palette.color(lines.get(i).role()));
        }
        if (left > 0) {
            Caption more = more();
            more.draw(g, x, bottom - line / 2 + more.ascent() / 2, palette.color(Role.MUTED));
        }
    }
}
