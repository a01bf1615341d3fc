package unroll.plot.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import unroll.core.tensor.Tensor;
import unroll.plot.Box;
import unroll.plot.ColorMap;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Range;
import unroll.plot.Role;
import unroll.plot.TextLine;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.UnitTarget;

/**
 * Units of many sequences as colours, a row a unit and a column a sequence, those of one group side by side.
 *
 * @param groups of the same units, from left to right
 * @param first the first unit in the sequence on the stage: a row stands for the same place there
 * @param selected the unit that is selected, from 0; empty where another number is
 */
public record GroupedStatesPainter(List<Group> groups, UnitTarget first, Optional<Integer> selected)
        implements Painter {
    private static final double LEFT = 22;
    private static final double TOP = 20;
    private static final double PAD = 6;
    private static final double GAP = 8;
    private static final double TEXT_SIZE = 11;
    private static final double RING = 2;

    /**
     * Sequences side by side.
     *
     * @param states of shape [sequences, units]
     */
    public record Group(String name, Tensor states) {
        int size() {
            return states.extent(0);
        }

        /** Of shape [units, sequences]. */
        private Tensor rows() {
            int units = states.extent(1);
            double[] turned = new double[states.size()];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = states.at(i % size() * units + Math.floorDiv(i, size()));
            }
            return Tensor.of(turned, units, size());
        }
    }

    public GroupedStatesPainter {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("there is no group to draw");
        }
    }

    private int units() {
        return groups.get(0).states().extent(1);
    }

    /** Where each group lies: as wide as it has sequences. */
    private List<Box> boxes(double width, double height) {
        int sequences = groups.stream().mapToInt(Group::size).sum();
        double room = Math.max(1, width - LEFT - PAD - GAP * (groups.size() - 1));
        List<Box> boxes = new ArrayList<>();
        double x = LEFT;
        for (Group group : groups) {
            double wide = room * group.size() / sequences;
            boxes.add(new Box(x, TOP, wide, Math.max(1, height - TOP - PAD)));
            x += wide + GAP;
        }
        return boxes;
    }

    private ColorMap map(Palette palette) {
        double limit = groups.stream()
                .flatMapToDouble(group -> IntStream.range(0, group.states().size())
                        .mapToDouble(i -> Math.abs(group.states().at(i))))
                .max()
                .orElse(0);
        return ColorMap.signed(Range.signedOwn(limit), palette);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        List<Box> boxes = boxes(width, height);
        ColorMap map = map(palette);
        for (int i = 0; i < groups.size(); i++) {
            Box box = boxes.get(i);
            new MatrixPicture(groups.get(i).rows(), map).paint(g, box);
            TextLine.of(groups.get(i).name(), Face.MEDIUM, TEXT_SIZE)
                    .drawCentered(g, box.x() + box.width() / 2, TOP - PAD, palette.color(Role.FOREGROUND));
            selected.ifPresent(unit -> ring(g, row(box, unit), palette));
        }
        for (int unit = 0; unit < units(); unit++) {
            Box row = row(boxes.get(0), unit);
            TextLine number = TextLine.of(String.valueOf(unit), Face.REGULAR, TEXT_SIZE);
            number.draw(g, PAD, row.y() + (row.height() + number.ascent()) / 2, palette.color(Role.MUTED));
        }
    }

    private Box row(Box box, int unit) {
        double tall = box.height() / units();
        return new Box(box.x(), box.y() + unit * tall, box.width(), tall);
    }

    private static void ring(Graphics2D g, Box row, Palette palette) {
        g.setColor(palette.color(Role.ACCENT));
        g.setStroke(new BasicStroke((float) RING));
        g.draw(new Rectangle2D.Double(row.x(), row.y(), row.width(), row.height()));
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        List<Box> boxes = boxes(width, height);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            if (box.contains(x, y)) {
                Tensor rows = groups.get(i).rows();
                int unit = index(y - box.y(), box.height(), rows.extent(0));
                int sequence = index(x - box.x(), box.width(), rows.extent(1));
                String text = first.site().quantity().id() + "[" + unit + "] = "
                        + NumberFormat.format(rows.at(unit * rows.extent(1) + sequence));
                return Optional.of(new Hit(text, row(box, unit), ofUnit(unit)));
            }
        }
        return Optional.empty();
    }

    private static int index(double place, double extent, int count) {
        return Math.max(0, Math.min(count - 1, (int) (place / extent * count)));
    }

    private UnitTarget ofUnit(int unit) {
        return new UnitTarget(first.site(), first.gradient(), first.t(), unit);
    }
}
