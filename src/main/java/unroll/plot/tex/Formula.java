package unroll.plot.tex;

/**
 * A formula that could be read. It understands letters, Greek, scripts, primes, {@code \frac \tfrac \dfrac \sqrt \sum
 * \prod \int}, {@code \left…\right}, accents, {@code \mathrm \mathbf \text \operatorname}, {@code \mathrel} and its
 * kin, spaces, the matrix environments and {@code cases}, and the signs of {@link Symbols}.
 */
public final class Formula {
    private final String source;
    private final Group body;

    private Formula(String source, Group body) {
        this.source = source;
        this.body = body;
    }

    /**
     * Reads a formula.
     *
     * @param tex TeX without dollar signs
     * @return the formula
     * @throws TexError if it can't be read; it names the place and what was expected
     */
    public static Formula parse(String tex) {
        return new Formula(tex, new Parser(tex).parse());
    }

    /**
     * The text it was read from.
     *
     * @return TeX
     */
    public String source() {
        return source;
    }

    /**
     * Sets the formula for a line of text: fractions small, limits behind.
     *
     * @param size of the font, px
     * @return the layout
     */
    public FormulaLayout layout(float size) {
        return layout(size, Style.TEXT);
    }

    /**
     * Sets the formula for a line of its own: fractions full size, limits above and below.
     *
     * @param size of the font, px
     * @return the layout
     */
    public FormulaLayout displayLayout(float size) {
        return layout(size, Style.DISPLAY);
    }

    private FormulaLayout layout(float size, Style style) {
        return new FormulaLayout(source, body.layout(new Setting(size, style, false)));
    }

    @Override
    public String toString() {
        return source;
    }
}
