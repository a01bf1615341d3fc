package unroll.plot.tex;

import java.util.Optional;

/**
 * A fraction.
 *
 * @param numerator above the bar
 * @param denominator below it
 * @param style forced by {@code \tfrac} and {@code \dfrac}, else that of the place
 */
record Fraction(Node numerator, Node denominator, Optional<Style> style) implements Node {
    /** Heights in em, TeX's font parameters num1, num2, denom1, denom2. */
    private static final double NUMERATOR_DISPLAY = 0.677;

    private static final double NUMERATOR_TEXT = 0.394;
    private static final double DENOMINATOR_DISPLAY = 0.686;
    private static final double DENOMINATOR_TEXT = 0.345;

    /** Room on either side, em. */
    private static final double SIDE = 0.12;

    /** By how much the bar is longer than the longer part, on either side, em. */
    private static final double BAR_OVERSHOOT = 0.05;

    @Override
    public Block layout(Setting outer) {
        Setting setting = style.map(outer::in).orElse(outer);
        double em = setting.em();
        Block top = numerator.layout(setting.numerator());
        Block bottom = denominator.layout(setting.denominator());
        double width = Math.max(top.width(), bottom.width()) + 2 * BAR_OVERSHOOT * em;
        double gap = (setting.isDisplay() ? 3 : 1.5) * setting.rule();
        double barTop = setting.axis() + setting.rule() / 2;
        double barBottom = setting.axis() - setting.rule() / 2;
        double rise =
                Math.max((setting.isDisplay() ? NUMERATOR_DISPLAY : NUMERATOR_TEXT) * em, barTop + gap + top.descent());
        double drop = Math.max(
                (setting.isDisplay() ? DENOMINATOR_DISPLAY : DENOMINATOR_TEXT) * em, bottom.ascent() + gap - barBottom);
        Block stack = Block.rule(width, setting.rule(), barBottom)
                .over(top.centeredIn(width).lowered(-rise))
                .over(bottom.centeredIn(width).lowered(drop));
        return stack.shifted(SIDE * em).withWidth(width + 2 * SIDE * em);
    }

    @Override
    public AtomClass type() {
        return AtomClass.INNER;
    }
}
