package unroll.plot.tex;

/**
 * How a part of a formula is to be set.
 *
 * @param size of the whole formula's font, px
 * @param style full size or script
 * @param cramped superscripts stay low, as under a root
 */
record Setting(double size, Style style, boolean cramped) {

    /** Height of the formula's axis, where fraction bars and minus signs lie, em. */
    static final double AXIS = 0.25;

    /** Thickness of fraction bars and roots, em. */
    static final double RULE = 0.045;

    /** Height of a small x, em. */
    static final double X_HEIGHT = 0.431;

    double em() {
        return size * style.scale();
    }

    double axis() {
        return AXIS * em();
    }

    /** Never thinner than a pixel's larger part, or bars fade at small sizes. */
    double rule() {
        return Math.max(RULE * em(), 0.7);
    }

    Setting superscript() {
        return new Setting(size, style.ofScripts(), cramped);
    }

    Setting subscript() {
        return new Setting(size, style.ofScripts(), true);
    }

    Setting numerator() {
        return new Setting(size, style.ofFractionParts(), cramped);
    }

    Setting denominator() {
        return new Setting(size, style.ofFractionParts(), true);
    }

    Setting crampedHere() {
        return new Setting(size, style, true);
    }

    Setting in(Style other) {
        return new Setting(size, other, cramped);
    }

    boolean isDisplay() {
        return style == Style.DISPLAY;
    }
}
