package unroll.plot.chart;

import java.awt.Graphics2D;
import java.util.Optional;
import unroll.core.tensor.Tensor;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.UnitTarget;

/**
 * A number from −1 to 1 for each unit, as bars up and down from a line in the middle.
 *
 * @param values of shape [units]
 * @param first the first unit on the stage: a bar stands for the same place there
 * @param selected the unit that is selected, from 0; empty where another number is
 */
public record UnitBarsPainter(Tensor values, UnitTarget first, Optional<Integer> selected) implements Painter {
    private static final double LEFT = 26;
    private static final double PAD = 6;
    private static final double TEXT_SIZE = 11;

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        for (int end = -1; end <= 1; end++) {
            double y = y(end, height);
            Crisp.fill(g, new Box(LEFT, y, Math.max(1, width - LEFT - PAD), 1), palette.color(Role.BORDER));
            TextLine.of(end < 0 ? "−1" : String.valueOf(end), Face.REGULAR, TEXT_SIZE)
                    .draw(g, PAD, y + TEXT_SIZE * 0.35, palette.color(Role.MUTED));
        }
        for (int unit = 0; unit < values.size(); unit++) {
            Box column = column(unit, width, height);
            double top = y(Math.max(0, values.at(unit)), height);
            double bottom = y(Math.min(0, values.at(unit)), height);
            boolean isSelected = selected.equals(Optional.of(unit));
            Crisp.fill(
                    g,
                    new Box(column.x(), top, Math.max(1, column.width() - 1), Math.max(1, bottom - top)),
                    palette.color(isSelected ? Role.ACCENT : Role.MUTED));
        }
    }

    private static double y(double value, double height) {
        double room = Math.max(1, height - 2 * (PAD + TEXT_SIZE / 2));
        return PAD + TEXT_SIZE / 2 + room * (1 - value) / 2;
    }

    private Box column(int unit, double width, double height) {
        double wide = Math.max(1, width - LEFT - PAD) / values.size();
        return new Box(LEFT + unit * wide, 0, wide, height);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        for (int unit = 0; unit < values.size(); unit++) {
            Box column = column(unit, width, height);
            if (column.contains(x, y)) {
                String text = first.site().quantity().id() + "[" + unit + "]: " + NumberFormat.format(values.at(unit));
                return Optional.of(
                        new Hit(text, column, new UnitTarget(first.site(), first.gradient(), first.t(), unit)));
            }
        }
        return Optional.empty();
    }
}
