package unroll.plot.tex;

import unroll.plot.Face;
import unroll.plot.TextLine;

/**
 * Upright text: the name of a function, or words in between.
 *
 * @param text as it is shown, blanks included
 * @param face the font
 * @param type its role among its neighbours
 * @param limits in display style scripts stand below and above, as for max
 */
record Words(String text, Face face, AtomClass type, boolean limits) implements Node {

    @Override
    public Block layout(Setting setting) {
        Block line = Block.EMPTY;
        for (TextLine.Run run : TextLine.of(text, face, setting.em()).runs()) {
            line = line.beside(Block.text(run.text(), run.font()));
        }
        return line;
    }

    @Override
    public boolean isSymbol() {
        return true;
    }

    @Override
    public boolean takesLimits(Setting setting) {
        return limits && setting.isDisplay();
    }
}
