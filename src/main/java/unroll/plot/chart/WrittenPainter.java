package unroll.plot.chart;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.lanes.Crisp;

/**
 * Text that was written letter by letter, as much of it as fits. Its own line breaks stay, and lines that are too long go
 * on in the next.
 */
public record WrittenPainter(String text) implements Painter {
    private static final double SIZE = 12;
    private static final double LINE = 16;
    private static final double PAD = 8;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        double baseline = PAD + SIZE;
        for (String line : lines(width - 2 * PAD)) {
            if (baseline > height - PAD / 2) {
                return;
            }
            TextLine.of(line, Face.REGULAR, SIZE).draw(g, PAD, baseline, palette.color(Role.FOREGROUND));
            baseline += LINE;
        }
    }

    /** The lines as they fit into a width. */
    List<String> lines(double width) {
        List<String> lines = new ArrayList<>();
        for (String written : text.strip().split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : written.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && TextLine.of(longer, Face.REGULAR, SIZE).width() > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(word);
                } else {
                    line = new StringBuilder(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
