package unroll.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.lanes.UnitTarget;

class UnitBarsPainterTest {
    private static final int WIDTH = 232;
    private static final int HEIGHT = 100;
    private static final UnitTarget FIRST = new UnitTarget(new Site(0, Quantity.INPUT), false, 9, 0);
    private static final UnitBarsPainter BARS =
            new UnitBarsPainter(Tensor.of(new double[] {0.5, -1}, 2), FIRST, Optional.of(1));

    @Test
    void aBarStandsForItsUnit() {
        assertEquals(FIRST, BARS.at(60, 50, WIDTH, HEIGHT).orElseThrow().target());
        assertEquals(
                new UnitTarget(FIRST.site(), false, 9, 1),
                BARS.at(200, 50, WIDTH, HEIGHT).orElseThrow().target());
        assertTrue(BARS.at(10, 50, WIDTH, HEIGHT).isEmpty(), "the scale is no unit");
    }

    @Test
    void barsGoUpAndDownAndTheSelectedOneStandsOut() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        BARS.paint(g, WIDTH, HEIGHT, Palette.light());
        g.dispose();
        assertEquals(Palette.light().color(Role.MUTED).getRGB(), image.getRGB(60, 40));
        assertEquals(Palette.light().color(Role.BACKGROUND).getRGB(), image.getRGB(60, 70));
        assertEquals(Palette.light().color(Role.ACCENT).getRGB(), image.getRGB(180, 70));
    }

    @Test
    void longLinesOfATextGoOnInTheNext() {
        assertEquals(List.of("one", "two three"), new WrittenPainter("\none\ntwo three\n").lines(500));
        assertEquals(List.of("one", "two", "three"), new WrittenPainter("one\ntwo three").lines(30));
    }
}
