package unroll.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SurfaceTest {

    @Test
    void paintersSeeLogicalPixelsAndFillScreenPixels() {
        Surface surface = new Surface(30, 15, 1.5);
        Painter painter = (g, width, height, palette) -> {
            assertEquals(20, width);
            assertEquals(10, height);
            g.setColor(palette.color(Role.FORWARD));
            g.fill(new Rectangle2D.Double(0, 0, width, height));
        };
        surface.paint(painter, Palette.light());
        int[] expected = new int[30 * 15];
        Arrays.fill(expected, Palette.light().argb(Role.FORWARD));
        assertArrayEquals(expected, surface.pixels());
    }

    @Test
    void everyPaintStartsClear() {
        Surface surface = new Surface(4, 4, 1);
        surface.paint((g, width, height, palette) -> g.fillRect(0, 0, 4, 4), Palette.light());
        surface.paint((g, width, height, palette) -> {}, Palette.light());
        assertArrayEquals(new int[16], surface.pixels());
    }

    @Test
    void hatchingLooksLikeNoNumber() {
        Surface surface = new Surface(16, 16, 1);
        surface.paint((g, width, height, palette) -> Hatch.fill(g, new Box(0, 0, 16, 16), palette), Palette.dark());
        assertNotEquals(1, Arrays.stream(surface.pixels()).distinct().count());
    }

    @Test
    void sizesMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new Surface(0, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> new Surface(5, 5, 0));
    }
}
