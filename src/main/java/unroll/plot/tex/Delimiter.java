package unroll.plot.tex;

import unroll.plot.Face;
import unroll.plot.Fonts;

/** Brackets and roots as tall as what they hold. */
final class Delimiter {
    private static final Face[] SIZES = {Face.MATH, Face.SIZE_1, Face.SIZE_2, Face.SIZE_3, Face.SIZE_4};

    /** How much of the height must be covered; the TeXbook's \delimiterfactor. */
    private static final double COVER = 0.901;

    private Delimiter() {}

    /** A bracket around the axis that covers {@code ascent} and {@code descent} of its content; "." gives nothing. */
    static Block around(String text, Block content, Setting setting) {
        if (text.equals(".")) {
            return Block.space(0.12 * setting.em());
        }
        double reach = Math.max(content.ascent() - setting.axis(), content.descent() + setting.axis());
        Block sign = atLeast(text, 2 * reach * COVER, setting.em());
        double middle = (sign.ascent() - sign.descent()) / 2;
        return sign.lowered(middle - setting.axis());
    }

    /** The smallest form of a sign that is so tall, px; beyond the tallest it is enlarged. */
    static Block atLeast(String text, double height, double em) {
        Block form = Block.EMPTY;
        Face tallest = Face.MATH;
        for (Face face : SIZES) {
            if (Fonts.of(face, em).canDisplayUpTo(text) < 0) {
                form = Block.text(text, face, em);
                tallest = face;
            }
            if (form.height() >= height) {
                return form;
            }
        }
        return Block.text(text, tallest, em * height / form.height());
    }
}
