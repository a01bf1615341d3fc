package unroll.plot.toolbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import unroll.core.data.DrawnTask;
import unroll.core.data.EmbeddedReber;
import unroll.core.data.Examples;
import unroll.core.data.Inputs;

class ReberPainterTest {
    private static final String SYMBOLS = "BTSXPVE";

    @Test
    void theWalkIsWrittenSymbolBySymbol() {
        assertEquals("", new ReberPainter(0).text());
        assertEquals("BPB", new ReberPainter(3.2).text());
        assertEquals(ReberPainter.length(), new ReberPainter(99).text().length());
    }

    /** The program's own rule draws the string of the figure, sooner or later. */
    @Test
    void theWalkIsAStringOfTheGrammar() {
        String walk = new ReberPainter(ReberPainter.length()).text();
        Examples drawn = new DrawnTask(new EmbeddedReber(60), 4000, 1, false)
                .draw(0, true)
                .train();
        boolean found = IntStream.range(0, drawn.size()).anyMatch(i -> (text(drawn, i) + "E").equals(walk));
        assertTrue(found, walk);
    }

    private static String text(Examples examples, int example) {
        Inputs.Symbols symbols = (Inputs.Symbols) examples.inputs();
        StringBuilder text = new StringBuilder();
        for (int t = 1; t <= examples.length(example); t++) {
            text.append(SYMBOLS.charAt(symbols.code(example, t)));
        }
        return text.toString();
    }
}
