package unroll.plot.sheet;

import java.awt.Graphics2D;
import unroll.plot.Box;
import unroll.plot.Palette;

/**
 * Room between two rows.
 *
 * @param height px
 */
public record Gap(double height) implements Row {
    @Override
    public double height(double width) {
        return height;
    }

    @Override
    public void paint(Graphics2D g, Box place, Palette palette) {
        // Room is what is not painted.
    }

    @Override
    public String text() {
        return "";
    }
}
