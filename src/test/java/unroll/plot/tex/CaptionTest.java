package unroll.plot.tex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import unroll.plot.Face;
import unroll.plot.TextLine;

class CaptionTest {

    @Test
    void formulasStandBetweenDollars() {
        double mixed = Caption.of("norm of $h_t$", Face.REGULAR, 12).width();
        double words = TextLine.of("norm of ", Face.REGULAR, 12).width();
        double formula = Caption.of("$h_t$", Face.REGULAR, 12).width();
        assertEquals(words + formula, mixed, 1e-9);
        assertEquals("norm of h_t", Caption.plain("norm of $h_t$"));
    }

    @Test
    void moneyIsShownAsWritten() {
        String prices = "from $5 to $6";
        assertEquals(
                TextLine.of(prices, Face.REGULAR, 12).width(),
                Caption.of(prices, Face.REGULAR, 12).width(),
                1e-3);
        assertEquals(
                TextLine.of("$\\nonsense$", Face.REGULAR, 12).width(),
                Caption.of("$\\nonsense$", Face.REGULAR, 12).width(),
                1e-3);
        assertTrue(Caption.of("only $5", Face.REGULAR, 12).width() > 0);
    }
}
