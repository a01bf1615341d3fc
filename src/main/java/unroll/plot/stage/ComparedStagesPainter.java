package unroll.plot.stage;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Side;
import unroll.plot.Tabular;
import unroll.plot.TextLine;
import unroll.plot.Wording;
import unroll.plot.lanes.Crisp;

/** The stages of two networks, one above the other, their columns aligned and each behind its side's letter. */
public final class ComparedStagesPainter implements Painter, Tabular {
    private static final double BAND = 4;
    private static final double MARGIN = 30;
    private static final double LETTER_SIZE = 14;

    /** Of the height, as the lower stage has the map and the key below it. */
    private static final double UPPER_SHARE = 0.46;

    private final StagePainter upper;
    private final StagePainter lower;

    /** Draws two stages; where each stands is decided here. */
    public ComparedStagesPainter(StageView a, StageView b, Wording wording) {
        this.upper = new StagePainter(a.withPlacing(Placing.UPPER), wording);
        this.lower = new StagePainter(b.withPlacing(Placing.LOWER), wording);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        double middle = Math.rint(height * UPPER_SHARE);
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        paint(g, Side.A, upper, new Box(0, 0, width, middle), palette);
        paint(g, Side.B, lower, new Box(0, middle, width, height - middle), palette);
        Crisp.fill(g, new Box(0, middle, width, 1), palette.color(Role.BORDER));
    }

    private static void paint(Graphics2D g, Side side, StagePainter stage, Box box, Palette palette) {
        AffineTransform before = g.getTransform();
        Shape outside = g.getClip();
        g.translate(MARGIN, box.y());
        double width = Math.max(1, box.width() - MARGIN);
        g.clip(new Rectangle2D.Double(0, 0, width, box.height()));
        stage.paint(g, width, box.height(), palette);
        g.setTransform(before);
        g.setClip(outside);
        Crisp.fill(g, new Box(0, box.y(), BAND, box.height()), palette.color(side.role()));
        TextLine.of(side.name(), Face.BOLD, LETTER_SIZE)
                .drawCentered(g, (BAND + MARGIN) / 2, box.y() + box.height() / 2, palette.color(side.role()));
    }

    /** Side by side as well: for each step the numbers of A, then those of B. */
    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of(upper.header().get(0)));
        for (Side side : Side.values()) {
            numbers(stage(side).header()).forEach(name -> header.add(side + " " + name));
        }
        return header;
    }

    @Override
    public Stream<List<String>> rows() {
        List<List<String>> ofA = upper.rows().toList();
        List<List<String>> ofB = lower.rows().toList();
        return IntStream.range(0, ofA.size()).mapToObj(i -> {
            List<String> row = new ArrayList<>(ofA.get(i));
            row.addAll(numbers(ofB.get(i)));
            return row;
        });
    }

    private StagePainter stage(Side side) {
        return side == Side.A ? upper : lower;
    }

    /** All but the step. */
    private static List<String> numbers(List<String> row) {
        return row.subList(1, row.size());
    }
}
