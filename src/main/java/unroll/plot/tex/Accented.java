package unroll.plot.tex;

import unroll.plot.Face;

/**
 * Something with a mark above it.
 *
 * @param body what carries it
 * @param mark the mark's character
 */
record Accented(Node body, String mark) implements Node {
    /** Letters lean to the right, so their tops lie right of their middles, em. */
    private static final double SLANT = 0.05;

    @Override
    public Block layout(Setting setting) {
        Block content = body.layout(setting.crampedHere());
        Block accent = Block.ink(mark, Face.MATH, setting.em());
        double lift = Math.max(0, content.ascent() - Setting.X_HEIGHT * setting.em());
        double lean = body instanceof Glyph glyph && glyph.face() == Face.MATH_ITALIC ? SLANT * setting.em() : 0;
        double shift = (content.width() - accent.width()) / 2 + lean;
        Block raised = accent.shifted(shift).withWidth(content.width()).lowered(-lift);
        Block both = content.over(raised);
        Block wide = new Block(content.width(), both.ascent(), both.descent(), content.overhang(), both.marks());
        return isSymbol() ? wide.unnamed() : wide;
    }

    @Override
    public AtomClass type() {
        return AtomClass.ORDINARY;
    }

    @Override
    public boolean isSymbol() {
        return body.isSymbol();
    }
}
