package unroll.plot.tex;

import unroll.plot.Face;

/**
 * A sum, a product or an integral.
 *
 * @param text the sign
 * @param limits in display style scripts stand below and above
 */
record LargeOperator(String text, boolean limits) implements Node {

    @Override
    public Block layout(Setting setting) {
        Block sign = Block.text(text, setting.isDisplay() ? Face.SIZE_2 : Face.SIZE_1, setting.em());
        double middle = (sign.ascent() - sign.descent()) / 2;
        return sign.lowered(middle - setting.axis());
    }

    @Override
    public AtomClass type() {
        return AtomClass.OPERATOR;
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
