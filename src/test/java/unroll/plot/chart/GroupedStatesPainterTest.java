package unroll.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.plot.Hit;
import unroll.plot.Palette;
import unroll.plot.chart.GroupedStatesPainter.Group;
import unroll.plot.lanes.UnitTarget;

class GroupedStatesPainterTest {
    private static final int WIDTH = 336;
    private static final int HEIGHT = 126;
    private static final UnitTarget FIRST = new UnitTarget(new Site(0, Quantity.INPUT), false, 9, 0);

    /** Two units; three sequences on the left, one on the right. */
    private static GroupedStatesPainter painter() {
        Group left = new Group("T", Tensor.of(new double[] {1, -1, 1, -1, 0.5, -1}, 3, 2));
        Group right = new Group("P", Tensor.of(new double[] {-1, -1}, 1, 2));
        return new GroupedStatesPainter(List.of(left, right), FIRST, Optional.of(1));
    }

    private static Hit hit(double x, double y) {
        return painter().at(x, y, WIDTH, HEIGHT).orElseThrow();
    }

    @Test
    void aRowStandsForTheUnitOnTheStage() {
        assertEquals(new UnitTarget(FIRST.site(), false, 9, 0), hit(30, 30).target());
        assertEquals(new UnitTarget(FIRST.site(), false, 9, 1), hit(30, 110).target());
        assertTrue(hit(30, 30).text().endsWith("[0] = 1"), hit(30, 30).text());
        assertTrue(hit(240, 30).text().endsWith("= 0.5"), hit(240, 30).text());
        assertTrue(painter().at(5, 30, WIDTH, HEIGHT).isEmpty(), "the numbers of the units are no values");
        assertTrue(painter().at(252, 30, WIDTH, HEIGHT).isEmpty(), "nor is the gap between groups");
    }

    @Test
    void valuesHaveTheirColours() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        painter().paint(g, WIDTH, HEIGHT, Palette.light());
        g.dispose();
        int positive = image.getRGB(40, 40);
        int negative = image.getRGB(40, 100);
        assertNotEquals(positive, negative);
        assertEquals(negative, image.getRGB(300, 40), "the same value has the same colour in every group");
        assertNotEquals(positive, image.getRGB(230, 40), "half as much is paler");
    }

    @Test
    void nothingCanBeDrawnOfNoGroup() {
        assertThrows(
                IllegalArgumentException.class, () -> new GroupedStatesPainter(List.of(), FIRST, Optional.empty()));
    }
}
