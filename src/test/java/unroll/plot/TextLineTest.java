package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TextLineTest {

    @Test
    void digitsAreAllOfOneWidth() {
        for (Face face : new Face[] {Face.REGULAR, Face.MEDIUM, Face.BOLD}) {
            double one = TextLine.of("1", face, 100).width();
            for (char digit = '0'; digit <= '9'; digit++) {
                assertEquals(one, TextLine.of(String.valueOf(digit), face, 100).width(), 1e-3);
            }
        }
    }

    @Test
    void symbolsThatRobotoLacksComeFromTheFormulaFont() {
        assertEquals(
                "KaTeX_Main",
                TextLine.of("a\u2299b", Face.REGULAR, 12).runs().get(1).font().getFamily());
    }

    @Test
    void charactersOfTheSystemAreMeasuredToo() {
        TextLine line = TextLine.of("loss \u635f\u5931", Face.REGULAR, 12);
        assertEquals(2, line.runs().size());
        assertTrue(line.width() > TextLine.of("loss ", Face.REGULAR, 12).width());
    }

    @Test
    void linesOfOneFaceStandLevel() {
        assertEquals(
                TextLine.of("x", Face.REGULAR, 12).ascent(),
                TextLine.of("Hg", Face.REGULAR, 12).ascent());
    }
}
