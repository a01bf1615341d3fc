package unroll.plot.lanes;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.op.Activation;
import unroll.core.trace.Trace;
import unroll.debug.Knowledge;
import unroll.plot.ColorMap;
import unroll.plot.ExampleTraces;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Surface;

class HeatMapTest {
    private static final int STEPS = 21;
    private static final int HEIGHT = 30;
    private static final ColorMap COLORS = ColorMap.signed(Range.signed(1), Palette.light());

    private final Trace trace = ExampleTraces.trace(ExampleTraces.network(new Rnn(Activation.TANH), 1, 3, 1), STEPS, 1);
    private final Knowledge known = ExampleTraces.at(trace, 1);
    private static final Color BACKGROUND = Color.RED;

    /** Cells meet at fractions of a pixel, where rounding must not leave one out. */
    @Test
    void noSeamIsSeenBetweenCellsAtAnyWidthAndScale() {
        for (int width = 500; width < 1300; width += 7) {
            for (double scale : new double[] {1, 1.25, 1.5, 2}) {
                assertNoSeam(width, scale);
            }
        }
    }

    private void assertNoSeam(int width, double scale) {
        ColumnLayout columns = ColumnLayout.of(width / scale, Viewport.whole(STEPS));
        HeatMap map = new HeatMap(
                known.values(
                        LaneList.of(trace.network()).find("h").orElseThrow().site(), 0),
                0,
                3,
                COLORS);
        Surface surface = new Surface(width, HEIGHT, scale);
        surface.paint(
                (g, w, h, palette) -> {
                    g.setColor(BACKGROUND);
                    g.fillRect(0, 0, width, HEIGHT);
                    map.paint(g, columns, 0, h, palette);
                },
                Palette.light());
        int left = (int) Math.ceil(columns.x(0) * scale);
        int right = (int) Math.floor(columns.x(STEPS + 1) * scale) - 1;
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = left; x < right; x++) {
                assertNotEquals(
                        BACKGROUND.getRGB(),
                        surface.pixels()[y * width + x],
                        "seam at " + x + ", " + y + " of " + width);
            }
        }
    }
}
