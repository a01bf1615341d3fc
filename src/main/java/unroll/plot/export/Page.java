package unroll.plot.export;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.chart.WrappedCaption;

/**
 * A figure as it goes to paper: with its text as large as asked for, and its caption below.
 *
 * @param figure fills what the caption leaves
 * @param lettering how large text is, and the caption
 */
record Page(Painter figure, Lettering lettering) implements Painter {
    private static final double SIZE = 11;
    private static final double LINE = 15;
    private static final double PAD = 12;

    /** A caption never takes more of the height than this: a figure is there to be seen. */
    private static final double MOST_OF_HEIGHT = 0.5;

    /** The figure itself where nothing is asked for besides it. */
    static Painter of(Painter figure, Lettering lettering) {
        return lettering.isBare() ? figure : new Page(figure, lettering);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        AffineTransform before = g.getTransform();
        g.scale(lettering.scale(), lettering.scale());
        paintUnscaled(g, width / lettering.scale(), height / lettering.scale(), palette);
        g.setTransform(before);
    }

    private void paintUnscaled(Graphics2D g, double width, double height, Palette palette) {
        if (lettering.caption().isBlank()) {
            figure.paint(g, width, height, palette);
            return;
        }
        WrappedCaption caption =
                WrappedCaption.of(lettering.caption().strip(), Face.REGULAR, SIZE, Math.max(1, width - 2 * PAD));
        double room = Math.min(MOST_OF_HEIGHT * height, caption.lines().size() * LINE + PAD);
        g.setColor(palette.color(Role.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        figure.paint(g, width, height - room, palette);
        caption.draw(g, PAD, height - room + LINE, LINE, palette.color(Role.MUTED));
    }
}
