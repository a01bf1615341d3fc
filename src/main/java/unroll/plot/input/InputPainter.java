package unroll.plot.input;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.lanes.ColumnLayout;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.StepTicks;
import unroll.plot.lanes.UnitTarget;

/**
 * The input sequence over time, in the columns of the stage: curves, letters or a picture, what was changed by hand in the
 * accent colour and the data behind it. Tells what number a point stands for, so that the sequence can be drawn.
 */
public final class InputPainter implements Painter, Tabular {
    private static final double TOP = 10;
    private static final double BOTTOM_GAP = 4;
    private static final double LEAST_HEIGHT = 10;

    private final InputView view;
    private final InputForm form;

    public InputPainter(InputView view, Wording wording) {
        this.view = view;
        this.form = switch (view.form()) {
            case LETTERS -> new Letters(view, wording);
            case CURVES -> new Curves(view, wording);
            case PICTURE -> new Picture(view, wording);
        };
    }

    private static Box plot(double width, double height) {
        double tall = Math.max(LEAST_HEIGHT, height - TOP - BOTTOM_GAP - StepTicks.HEIGHT);
        return new Box(0, TOP, width, tall);
    }

    private ColumnLayout columns(double width) {
        return ColumnLayout.of(width, view.viewport());
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        ColumnLayout columns = columns(width);
        Box plot = plot(width, height);
        OptionalInt step = view.marks().step();
        step.ifPresent(t -> paintBand(g, columns, t, plot, palette));
        form.paint(g, columns, plot, palette);
        new StepTicks(columns).paint(g, plot.bottom() + BOTTOM_GAP, step, palette);
    }

    private static void paintBand(Graphics2D g, ColumnLayout columns, int t, Box plot, Palette palette) {
        if (columns.viewport().contains(t)) {
            Color wash = palette.color(Role.ACCENT_SOFT);
            Crisp.fill(
                    g, new Box(columns.x(t), 0, Math.max(2, columns.pitch()), plot.bottom() + StepTicks.HEIGHT), wash);
        }
    }

    /**
     * What a point stands for.
     *
     * @param unit the curve that is drawn; pictures find the unit themselves
     * @return empty beside the columns of inputs, and where nothing can be drawn
     */
    public Optional<Drawn> drawnAt(double x, double y, double width, double height, int unit) {
        OptionalInt t = columns(width).stepAt(x);
        return t.isEmpty() || t.getAsInt() < 1 || t.getAsInt() > view.steps()
                ? Optional.empty()
                : form.drawnAt(t.getAsInt(), y, plot(width, height), unit);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        ColumnLayout columns = columns(width);
        OptionalInt t = columns.stepAt(x);
        Box plot = plot(width, height);
        if (t.isEmpty() || t.getAsInt() < 1 || t.getAsInt() > view.steps() || y < plot.y() || y > plot.bottom()) {
            return Optional.empty();
        }
        int unit = form.unitAt(t.getAsInt(), y, plot);
        Box column = new Box(columns.x(t.getAsInt()), plot.y(), columns.pitch(), plot.height());
        return Optional.of(new Hit(form.text(t.getAsInt(), unit), column, target(t.getAsInt(), unit)));
    }

    /** Whether it is drawn with ink, the same all the way, rather than at a height. */
    public boolean isPicture() {
        return view.form() == InputView.Form.PICTURE;
    }

    /** An input number, as all views name it. */
    public static UnitTarget target(int t, int unit) {
        return new UnitTarget(new Site(0, Quantity.INPUT), false, t, unit);
    }

    /** Whether a number is an input, which can be changed by hand. */
    public static boolean isInput(UnitTarget target) {
        return target.site().equals(new Site(0, Quantity.INPUT)) && !target.gradient() && target.t() >= 1;
    }

    /** The step and each unit. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("t"));
        IntStream.range(0, view.units()).forEach(unit -> header.add("x[" + unit + "]"));
        return header;
    }

    /** One row a step from 1. */
    @Override
    public Stream<List<String>> rows() {
        return IntStream.rangeClosed(1, view.steps()).mapToObj(t -> {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(t)));
            IntStream.range(0, view.units()).forEach(unit -> cells.add(NumberFormat.exact(view.at(t, unit))));
            return cells;
        });
    }
}
