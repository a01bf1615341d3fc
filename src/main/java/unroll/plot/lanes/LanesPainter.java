package unroll.plot.lanes;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.core.model.Network;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.Wording;

/**
 * Heat maps of units over time, one below the other, in the columns of the stage above them. What the cursor has not
 * reached is hatched; the current column is banded, what the current line reads and writes is framed.
 */
public final class LanesPainter implements Painter, Tabular {
    private static final double FOOTER = StepTicks.HEIGHT + KeyRow.HEIGHT;
    private static final double LEGEND_GAP = 10;
    private static final double MORE_SIZE = 11;

    private final LanesView view;
    private final Wording wording;
    private final Network network;
    private final List<LaneStrip> strips;
    private final Optional<CurrentLine> current;

    public LanesPainter(LanesView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        this.network = view.knowledge().trace().network();
        this.strips = view.lanes().stream()
                .map(lane -> LaneStrip.of(lane, view.knowledge(), view.row()))
                .toList();
        this.current = CurrentLine.of(view.knowledge());
    }

    /** What it takes to show all lanes well, px. */
    public double wishedHeight() {
        return LaneStack.wishedHeight(units()) + FOOTER;
    }

    /**
     * How far lanes can be passed over at the top until the last one is shown as well.
     *
     * @param network whose lanes they are
     * @param lanes all that are chosen
     * @param height px of the whole figure
     * @return the number of lanes to leave out at most; 0 where all fit
     */
    public static int lanesToPass(Network network, List<Lane> lanes, double height) {
        List<Integer> units = lanes.stream().map(lane -> lane.units(network)).toList();
        int passed = 0;
        while (passed < units.size()
                && LaneStack.of(units.subList(passed, units.size()), height - FOOTER)
                                .count()
                        < units.size() - passed) {
            passed++;
        }
        return passed;
    }

    private List<Integer> units() {
        return strips.stream().map(LaneStrip::units).toList();
    }

    private LaneStack stack(double height) {
        return LaneStack.of(units(), height - FOOTER);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        ColumnLayout columns = ColumnLayout.of(width, view.viewport());
        LaneStack stack = stack(height);
        OptionalInt step = current.map(CurrentLine::step).orElse(OptionalInt.empty());
        LaneMarks marks = new LaneMarks(columns, palette);
        step.ifPresent(t -> marks.paintBand(g, t, 0, stack.bottom() + StepTicks.HEIGHT));
        StripColors colors = new StripColors(palette);
        for (int i = 0; i < stack.count(); i++) {
            paintLane(g, i, columns, stack, colors);
        }
        new StepTicks(columns).paint(g, stack.bottom(), step, palette);
        boolean gradients = view.lanes().stream().anyMatch(Lane::isGradient);
        double keyTop = stack.bottom() + StepTicks.HEIGHT;
        new LaneKey(g, wording, palette).row(gradients).paint(g, columns.left(), width, keyTop, palette);
        if (stack.count() < strips.size()) {
            TextLine more =
                    TextLine.of(wording.text("moreLanes", strips.size() - stack.count()), Face.MEDIUM, MORE_SIZE);
            more.draw(g, LaneLabel.LEFT, stack.bottom() + more.ascent(), palette.color(Role.ACCENT));
        }
    }

    private void paintLane(Graphics2D g, int index, ColumnLayout columns, LaneStack stack, StripColors colors) {
        Palette palette = colors.palette();
        LaneStrip strip = strips.get(index);
        double top = stack.tops().get(index);
        double height = stack.heights().get(index);
        HeatMap heat = strip.heatMap(colors);
        heat.paint(g, columns, top, height, palette);
        LaneMarks marks = new LaneMarks(columns, palette);
        marks.paintPartialSums(g, strip.vector(), top, height);
        current.ifPresent(line -> marks.paintLine(g, line, strip.lane(), top, height));
        selectedIn(strip)
                .ifPresent(target -> marks.paintSelected(g, target.t(), unitBox(columns, strip, target, top, height)));
        boolean lit = view.highlighted().contains(strip.lane().id());
        new LaneLabel(wording, columns.left()).paint(g, strip, top, height, lit, palette);
        new ColorBar(heat.map()).paint(g, columns.right() + LEGEND_GAP, top, height, palette);
    }

    private Optional<UnitTarget> selectedIn(LaneStrip strip) {
        return view.selected()
                .filter(target -> target.site().equals(strip.lane().site())
                        && target.gradient() == strip.lane().isGradient()
                        && target.unit() >= strip.firstUnit()
                        && target.unit() < strip.firstUnit() + strip.units()
                        && view.viewport().contains(target.t()));
    }

    private static Box unitBox(ColumnLayout columns, LaneStrip strip, UnitTarget target, double top, double height) {
        double unit = height / strip.units();
        double y = top + (target.unit() - strip.firstUnit()) * unit;
        return new Box(columns.x(target.t()), y, columns.pitch(), unit);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        ColumnLayout columns = ColumnLayout.of(width, view.viewport());
        OptionalInt t = columns.stepAt(x);
        LaneStack stack = stack(height);
        for (int i = 0; i < stack.count() && t.isPresent(); i++) {
            double top = stack.tops().get(i);
            double tall = stack.heights().get(i);
            if (y >= top && y < top + tall) {
                LaneStrip strip = strips.get(i);
                int unit = drawnUnit(strip, (y - top) / tall, tall);
                UnitTarget target =
                        new UnitTarget(strip.lane().site(), strip.lane().isGradient(), t.getAsInt(), unit);
                String text = new UnitText(network, wording).of(target, strip.vector());
                return Optional.of(new Hit(text, unitBox(columns, strip, target, top, tall), target));
            }
        }
        return Optional.empty();
    }

    /** The unit, within the vector, that is drawn at a share of the lane's height: where there are many, some are. */
    private static int drawnUnit(LaneStrip strip, double share, double height) {
        int rows = Math.min(strip.units(), Math.max(1, (int) height));
        int row = Math.min(rows - 1, (int) (share * rows));
        return strip.firstUnit() + (int) ((row + 0.5) * strip.units() / rows);
    }

    /** The lane's id, its unit, and a column for each step. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("lane", "unit"));
        IntStream.rangeClosed(0, view.viewport().steps()).forEach(t -> header.add("t=" + t));
        return header;
    }

    /** One row a unit with all its steps; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return strips.stream()
                .flatMap(strip -> IntStream.range(0, strip.units()).mapToObj(unit -> row(strip, unit)));
    }

    private static List<String> row(LaneStrip strip, int unit) {
        List<String> cells = new ArrayList<>(List.of(strip.lane().id(), Integer.toString(unit)));
        for (int t = 0; t <= strip.vector().steps(); t++) {
            boolean known = strip.vector().isKnown(t);
            cells.add(known ? NumberFormat.exact(strip.vector().at(t, strip.firstUnit() + unit)) : "");
        }
        return cells;
    }
}
