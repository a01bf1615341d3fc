package unroll.plot.export;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;

/**
 * What an export will look like, as a page that fits into the place where it is shown.
 *
 * @param figure what will be exported
 * @param exporter how
 */
public record Proof(Painter figure, Exporter exporter) implements Painter {
    private static final double MARGIN = 10;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        g.setColor(palette.color(Role.SUBTLE));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double pageWidth = exporter.size().width();
        double pageHeight = exporter.size().height();
        double scale = Math.min((width - 2 * MARGIN) / pageWidth, (height - 2 * MARGIN) / pageHeight);
        if (scale <= 0) {
            return;
        }
        AffineTransform before = g.getTransform();
        Shape outside = g.getClip();
        g.translate((width - scale * pageWidth) / 2, (height - scale * pageHeight) / 2);
        g.scale(scale, scale);
        Rectangle2D page = new Rectangle2D.Double(0, 0, pageWidth, pageHeight);
        g.clip(page);
        exporter.page(figure).paint(g, pageWidth, pageHeight, exporter.palette());
        g.setClip(outside);
        g.setColor(palette.color(Role.BORDER));
        g.setStroke(new BasicStroke((float) (1 / scale)));
        g.draw(page);
        g.setTransform(before);
    }
}
