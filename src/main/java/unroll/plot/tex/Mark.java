package unroll.plot.tex;

import java.awt.Graphics2D;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import unroll.plot.Box;

/** Something with ink at a place, relative to the origin of the block that holds it. */
sealed interface Mark permits Mark.Glyphs, Mark.Rule {

    Mark moved(double dx, double dy);

    /** Names the part of the source this belongs to; a name once given stays. */
    Mark named(Span span);

    Mark unnamed();

    Optional<Span> span();

    Box area();

    void paint(Graphics2D g, double x, double y);

    /** A part of the source, from {@code start} to before {@code end}. */
    record Span(int start, int end) {}

    /**
     * Characters of one font.
     *
     * @param glyphs the shapes
     * @param extent place taken around the origin of the shapes, px
     * @param x of the origin
     * @param y of the baseline
     * @param span part of the source, if named
     */
    record Glyphs(GlyphVector glyphs, Box extent, double x, double y, Optional<Span> span) implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Glyphs(glyphs, extent, x + dx, y + dy, span);
        }

        @Override
        public Mark named(Span name) {
            return span.isPresent() ? this : new Glyphs(glyphs, extent, x, y, Optional.of(name));
        }

        @Override
        public Mark unnamed() {
            return new Glyphs(glyphs, extent, x, y, Optional.empty());
        }

        @Override
        public Box area() {
            return extent.moved(x, y);
        }

        @Override
        public void paint(Graphics2D g, double dx, double dy) {
            g.setFont(glyphs.getFont());
            g.drawGlyphVector(glyphs, (float) (x + dx), (float) (y + dy));
        }
    }

    /**
     * A filled bar.
     *
     * @param area its rectangle
     * @param span part of the source, if named
     */
    record Rule(Box area, Optional<Span> span) implements Mark {

        @Override
        public Mark moved(double dx, double dy) {
            return new Rule(area.moved(dx, dy), span);
        }

        @Override
        public Mark named(Span name) {
            return span.isPresent() ? this : new Rule(area, Optional.of(name));
        }

        @Override
        public Mark unnamed() {
            return new Rule(area, Optional.empty());
        }

        @Override
        public void paint(Graphics2D g, double dx, double dy) {
            g.fill(new Rectangle2D.Double(area.x() + dx, area.y() + dy, area.width(), area.height()));
        }
    }
}
