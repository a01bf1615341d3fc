package unroll.plot.lanes;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.debug.Knowledge;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Side;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.tex.Caption;

/**
 * One quantity of two networks over time: A, B, and A − B where they have equally many units. All in the columns of the
 * stages above; what the cursor has not reached is hatched. The two share one scale, so that their colours compare.
 */
public final class ComparedLanesPainter implements Painter, Tabular {
    private static final double FOOTER = StepTicks.HEIGHT + KeyRow.HEIGHT;
    private static final double LEGEND_GAP = 10;
    private static final double LETTER_SIZE = 13;
    private static final double NOTE_SIZE = 10.5;
    private static final double LETTER_GAP = 8;
    private static final double LINE_GAP = 6;
    /** A strip at least so tall has its note under the letter, px. */
    private static final double TWO_LINES = 30;

    private final ComparedLanesView view;
    private final Wording wording;
    private final List<ComparedStrip> strips = new ArrayList<>();
    private final Optional<String> remark;

    public ComparedLanesPainter(ComparedLanesView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        Optional<LaneStrip> a = view.strip(Side.A);
        Optional<LaneStrip> b = view.strip(Side.B);
        ComparedScale scale = ComparedScale.of(view, a, b);
        a.ifPresent(strip -> strips.add(ComparedStrip.of(Side.A, strip, scale)));
        b.ifPresent(strip -> strips.add(ComparedStrip.of(Side.B, strip, scale)));
        Optional<ComparedStrip> difference =
                a.flatMap(one -> b.flatMap(other -> ComparedStrip.difference(view, one, other)));
        difference.ifPresent(strips::add);
        this.remark = difference.isPresent() || strips.size() < 2
                ? Optional.empty()
                : Optional.of(wording.text(
                        "compare.sizes",
                        strips.get(0).strip().units(),
                        strips.get(1).strip().units()));
    }

    private LaneStack stack(double height) {
        return LaneStack.of(strips.stream().map(strip -> strip.strip().units()).toList(), height - FOOTER);
    }

    /** In plain text, the largest difference at the current step. */
    public String description() {
        OptionalInt step = step();
        return strips.stream()
                .filter(strip -> strip.isDifference()
                        && step.isPresent()
                        && strip.numbers().isKnown(step.getAsInt()))
                .findFirst()
                .map(strip -> wording.text(
                        "compare.largest",
                        strip.strip().lane().id(),
                        step.getAsInt(),
                        NumberFormat.format(largestAt(strip, step.getAsInt()))))
                .orElse("");
    }

    private static double largestAt(ComparedStrip strip, int t) {
        return IntStream.range(0, strip.strip().units())
                .mapToDouble(i -> Math.abs(strip.numbers().at(t, strip.strip().firstUnit() + i)))
                .max()
                .orElse(0);
    }

    private OptionalInt step() {
        return current(Side.A).map(CurrentLine::step).orElse(OptionalInt.empty());
    }

    private Optional<CurrentLine> current(Side side) {
        return CurrentLine.of(view.sides().get(side));
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        ColumnLayout columns = ColumnLayout.of(width, view.viewport());
        LaneStack stack = stack(height);
        LaneMarks marks = new LaneMarks(columns, palette);
        step().ifPresent(t -> marks.paintBand(g, t, 0, stack.bottom() + StepTicks.HEIGHT));
        for (int i = 0; i < stack.count(); i++) {
            Box place = new Box(
                    columns.left(), stack.tops().get(i), 0, stack.heights().get(i));
            paintStrip(g, strips.get(i), place, columns, palette);
        }
        new StepTicks(columns).paint(g, stack.bottom(), step(), palette);
        double keyTop = stack.bottom() + StepTicks.HEIGHT;
        boolean gradients =
                strips.stream().anyMatch(strip -> strip.strip().lane().isGradient());
        if (remark.isPresent()) {
            TextLine text = TextLine.of(remark.get(), Face.REGULAR, NOTE_SIZE);
            text.draw(g, columns.left(), keyTop + (KeyRow.HEIGHT + text.ascent()) / 2, palette.color(Role.MUTED));
        } else {
            new LaneKey(g, wording, palette).row(gradients).paint(g, columns.left(), width, keyTop, palette);
        }
    }

    private void paintStrip(Graphics2D g, ComparedStrip strip, Box place, ColumnLayout columns, Palette palette) {
        double top = place.y();
        double height = place.height();
        HeatMap heat = strip.heatMap(palette);
        heat.paint(g, columns, top, height, palette);
        LaneMarks marks = new LaneMarks(columns, palette);
        marks.paintPartialSums(g, strip.numbers(), top, height);
        strip.side()
                .flatMap(this::current)
                .ifPresent(line -> marks.paintLine(g, line, strip.strip().lane(), top, height));
        view.selected()
                .filter(target -> isIn(strip, target))
                .ifPresent(target -> marks.paintSelected(g, target.t(), unitBox(columns, strip, target, top, height)));
        paintLabel(g, strip, top, height, palette);
        new ColorBar(heat.map()).paint(g, columns.right() + LEGEND_GAP, top, height, palette);
    }

    private void paintLabel(Graphics2D g, ComparedStrip strip, double top, double height, Palette palette) {
        Role role = strip.side().map(Side::role).orElse(Role.FOREGROUND);
        TextLine letter = TextLine.of(letter(strip), Face.BOLD, LETTER_SIZE);
        Caption symbol = Caption.of("$" + tex(strip) + "$", Face.REGULAR, LETTER_SIZE);
        TextLine note = TextLine.of(note(strip), Face.REGULAR, NOTE_SIZE);
        boolean twoLines = height >= TWO_LINES;
        double block = letter.ascent() + (twoLines ? LINE_GAP + note.ascent() : 0);
        double baseline = top + (height - block) / 2 + letter.ascent();
        letter.draw(g, LaneLabel.LEFT, baseline, palette.color(role));
        if (strip.side().isPresent()) {
            symbol.draw(g, LaneLabel.LEFT + letter.width() + LETTER_GAP, baseline, palette.color(Role.FOREGROUND));
        }
        if (twoLines) {
            note.draw(g, LaneLabel.LEFT, baseline + LINE_GAP + note.ascent(), palette.color(Role.MUTED));
        }
    }

    private static String letter(ComparedStrip strip) {
        return strip.side().map(Side::name).orElse("A − B");
    }

    private static String tex(ComparedStrip strip) {
        return strip.strip().lane().tex();
    }

    private String note(ComparedStrip strip) {
        if (strip.strip().lane().isGradient()) {
            return wording.text(strip.isDifference() ? "compare.magnitude" : "logScale");
        }
        return wording.text("units", strip.strip().units());
    }

    private boolean isIn(ComparedStrip strip, UnitTarget target) {
        Lane lane = strip.strip().lane();
        return target.site().equals(lane.site())
                && target.gradient() == lane.isGradient()
                && target.unit() >= strip.strip().firstUnit()
                && target.unit() < strip.strip().firstUnit() + strip.strip().units()
                && view.viewport().contains(target.t());
    }

    private static Box unitBox(
            ColumnLayout columns, ComparedStrip strip, UnitTarget target, double top, double height) {
        double unit = height / strip.strip().units();
        double y = top + (target.unit() - strip.strip().firstUnit()) * unit;
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
                LaneStrip strip = strips.get(i).strip();
                int unit = strip.firstUnit() + Math.min(strip.units() - 1, (int) ((y - top) / tall * strip.units()));
                UnitTarget target =
                        new UnitTarget(strip.lane().site(), strip.lane().isGradient(), t.getAsInt(), unit);
                return Optional.of(new Hit(
                        text(strips.get(i), target), unitBox(columns, strips.get(i), target, top, tall), target));
            }
        }
        return Optional.empty();
    }

    private String text(ComparedStrip strip, UnitTarget target) {
        Knowledge knowledge = view.sides().get(strip.side().orElse(Side.A));
        UnitText naming = new UnitText(knowledge.trace().network(), wording);
        if (!strip.isDifference()) {
            return letter(strip) + ": " + naming.of(target, strip.strip().vector());
        }
        String name = letter(strip) + ": " + naming.name(target);
        return strip.numbers().isKnown(target.t())
                ? name + " = " + NumberFormat.format(strip.numbers().at(target.t(), target.unit()))
                : wording.text("hit.unknown", name);
    }

    /** The side or the difference, the lane's id, its unit, and a column for each step. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("side", "lane", "unit"));
        IntStream.rangeClosed(0, view.viewport().steps()).forEach(t -> header.add("t=" + t));
        return header;
    }

    /** One row a unit with all its steps; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return strips.stream()
                .flatMap(strip -> IntStream.range(0, strip.strip().units()).mapToObj(unit -> row(strip, unit)));
    }

    private static List<String> row(ComparedStrip strip, int unit) {
        String side = strip.side().map(Side::name).orElse("A-B");
        List<String> cells = new ArrayList<>(List.of(side, strip.strip().lane().id(), Integer.toString(unit)));
        for (int t = 0; t <= strip.numbers().steps(); t++) {
            boolean known = strip.numbers().isKnown(t);
            cells.add(
                    known
                            ? NumberFormat.exact(
                                    strip.numbers().at(t, strip.strip().firstUnit() + unit))
                            : "");
        }
        return cells;
    }
}
