package unroll.plot.tex;

import unroll.plot.Face;

/**
 * One character.
 *
 * @param text the character in the font
 * @param face the font
 * @param type its role among its neighbours
 */
record Glyph(String text, Face face, AtomClass type) implements Node {

    @Override
    public Block layout(Setting setting) {
        return Block.text(text, face, setting.em());
    }

    @Override
    public boolean isSymbol() {
        return true;
    }
}
