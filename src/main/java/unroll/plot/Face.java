package unroll.plot;

import java.io.InputStream;

/** The bundled fonts. Roboto has digits of one width; the KaTeX faces hold few characters each. */
public enum Face {
    REGULAR("Roboto-Regular"),
    MEDIUM("Roboto-Medium"),
    BOLD("Roboto-Bold"),
    /** Upright letters, digits, operators and arrows of formulas. */
    MATH("KaTeX_Main-Regular"),
    MATH_BOLD("KaTeX_Main-Bold"),
    /** Variables and small Greek letters of formulas. */
    MATH_ITALIC("KaTeX_Math-Italic"),
    /** Delimiters and large operators, from small to large. */
    SIZE_1("KaTeX_Size1-Regular"),
    SIZE_2("KaTeX_Size2-Regular"),
    SIZE_3("KaTeX_Size3-Regular"),
    SIZE_4("KaTeX_Size4-Regular");

    private final String fileName;

    Face(String name) {
        this.fileName = name + ".ttf";
    }

    /**
     * The font file.
     *
     * @return a new stream of TrueType data, to be closed by the caller
     */
    public InputStream open() {
        InputStream data = Face.class.getResourceAsStream("/unroll/fonts/" + fileName);
        if (data == null) {
            throw new IllegalStateException("the font " + fileName + " is missing from the program's files");
        }
        return data;
    }
}
