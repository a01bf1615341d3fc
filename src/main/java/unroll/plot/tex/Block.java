package unroll.plot.tex;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Fonts;

/**
 * A part of a formula that has found its size. Its origin is the left end of its baseline; y grows downwards.
 *
 * @param width how far the next part moves to the right, px
 * @param ascent above the baseline, px
 * @param descent below the baseline, px
 * @param overhang by how much slanted ink leans over the right edge, px
 * @param marks the ink
 */
record Block(double width, double ascent, double descent, double overhang, List<Mark> marks) {

    static final Block EMPTY = new Block(0, 0, 0, 0, List.of());

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    Block {
        marks = List.copyOf(marks);
    }

    /** Nothing but room. */
    static Block space(double width) {
        return new Block(width, 0, 0, 0, List.of());
    }

    /** Characters of a bundled face. */
    static Block text(String text, Face face, double size) {
        return text(text, Fonts.of(face, size));
    }

    static Block text(String text, Font font) {
        GlyphVector glyphs = font.createGlyphVector(MEASURE, text);
        double advance = glyphs.getLogicalBounds().getWidth();
        Rectangle2D ink = glyphs.getVisualBounds();
        double ascent = Math.max(0, -ink.getMinY());
        double descent = Math.max(0, ink.getMaxY());
        Box extent = new Box(0, -ascent, advance, ascent + descent);
        return new Block(
                advance,
                ascent,
                descent,
                Math.max(0, ink.getMaxX() - advance),
                List.of(new Mark.Glyphs(glyphs, extent, 0, 0, Optional.empty())));
    }

    /** Characters without the room beside their ink, which combining accents have on the wrong side. */
    static Block ink(String text, Face face, double size) {
        Block block = text(text, face, size);
        Rectangle2D ink = Fonts.of(face, size).createGlyphVector(MEASURE, text).getVisualBounds();
        return block.shifted(-ink.getMinX()).withWidth(ink.getWidth());
    }

    /** A bar whose lower edge lies {@code bottom} above the baseline. */
    static Block rule(double width, double thickness, double bottom) {
        Box area = new Box(0, -bottom - thickness, width, thickness);
        return new Block(
                width,
                Math.max(0, bottom + thickness),
                Math.max(0, -bottom),
                0,
                List.of(new Mark.Rule(area, Optional.empty())));
    }

    double height() {
        return ascent + descent;
    }

    /** The same, {@code dy} lower. */
    Block lowered(double dy) {
        return new Block(
                width,
                Math.max(0, ascent - dy),
                Math.max(0, descent + dy),
                overhang,
                marks.stream().map(mark -> mark.moved(0, dy)).toList());
    }

    /** The same with room on its left. */
    Block shifted(double dx) {
        return new Block(
                width + dx,
                ascent,
                descent,
                overhang,
                marks.stream().map(mark -> mark.moved(dx, 0)).toList());
    }

    Block withWidth(double newWidth) {
        return new Block(newWidth, ascent, descent, 0, marks);
    }

    /** In the middle of a wider place. */
    Block centeredIn(double newWidth) {
        return shifted((newWidth - width) / 2).withWidth(newWidth);
    }

    /** Both drawn from one origin; as wide as the wider one. */
    Block over(Block other) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(other.marks);
        return new Block(
                Math.max(width, other.width), Math.max(ascent, other.ascent), Math.max(descent, other.descent), 0, all);
    }

    /** The other one to the right of this one. */
    Block beside(Block other) {
        Block both = over(other.shifted(width));
        return new Block(both.width, both.ascent, both.descent, other.overhang, both.marks);
    }

    Block named(Mark.Span span) {
        return withMarks(marks.stream().map(mark -> mark.named(span)).toList());
    }

    Block unnamed() {
        return withMarks(marks.stream().map(Mark::unnamed).toList());
    }

    private Block withMarks(List<Mark> others) {
        return new Block(width, ascent, descent, overhang, others);
    }
}
