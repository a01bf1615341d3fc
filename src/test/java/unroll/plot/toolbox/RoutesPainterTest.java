package unroll.plot.toolbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import unroll.plot.Palette;

class RoutesPainterTest {
    private static int pixel(double place, int x, int y) {
        BufferedImage image = new BufferedImage(330, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        new RoutesPainter(place).paint(g, 330, 200, Palette.light());
        g.dispose();
        return image.getRGB(x, y);
    }

    @Test
    void aPlaceBetweenTwoStepsIsTheNearer() {
        assertEquals(1, new RoutesPainter(0).up());
        assertEquals(3, new RoutesPainter(2.6).up());
        assertEquals(6, new RoutesPainter(6).up());
    }

    /** The first column stands 30 from the left; half way up only the way of the route is lit. */
    @Test
    void theWayUpIsLitWhereTheRouteTakesIt() {
        assertEquals(pixel(1, 30, 96), pixel(1.2, 30, 96));
        assertNotEquals(pixel(1, 30, 96), pixel(4, 30, 96));
    }
}
