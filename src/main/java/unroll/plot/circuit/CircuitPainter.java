package unroll.plot.circuit;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import unroll.core.model.Network;
import unroll.debug.UnitName;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Painter;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Size;
import unroll.plot.Tabular;
import unroll.plot.Wording;
import unroll.plot.lanes.Crisp;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.KeyRow;
import unroll.plot.lanes.StripColors;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.stage.StageHeader;
import unroll.plot.tex.Caption;

/**
 * A column of the stage, opened: the cell's equations as a circuit at one step. Every vector has a card with its numbers,
 * every wire shows whether its vector has passed and, going backward, how strong the gradient is that came back.
 */
public final class CircuitPainter implements Painter, Tabular {
    private static final double KEY_FOOT = 4;
    private static final double MOST_OF_KEY = 0.4;
    private static final double TITLE_SIZE = 14;

    private final CircuitView view;
    private final Wording wording;
    private final OpenCell cell;
    private final Signs signs;
    private final Optional<CurrentLine> current;
    private final boolean backward;

    public CircuitPainter(CircuitView view, Wording wording) {
        this.view = view;
        this.wording = wording;
        this.cell = new OpenCell(view.plan().circuit(), view.place(), view.knowledge());
        this.signs = new Signs(view.plan().circuit(), cell::turned);
        this.current = CurrentLine.of(view.knowledge());
        this.backward = Figure.isBackward(view.knowledge());
    }

    /** All of the key, but in a very small figure, which would be nothing but key. */
    private List<KeyRow> key(Graphics2D g, StripColors colors, double width, double height) {
        CircuitKey key = new CircuitKey(cell, wording, colors);
        List<KeyRow> rows = new KeyRow(key.items(g, current, backward)).wrapped(width - 2 * StageHeader.LEFT);
        int most = (int) (MOST_OF_KEY * height / KeyRow.HEIGHT);
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private Figure figure(Graphics2D g, StripColors colors, double width, double height) {
        double keyHeight = key(g, colors, width, height).size() * KeyRow.HEIGHT + KEY_FOOT;
        return Figure.of(view, cell, signs, new Size(width, Math.max(1, height - keyHeight)));
    }

    /** Everything at its place in a figure of this size. */
    Figure figure(double width, double height) {
        // how high the key is does not depend on where it is drawn, or in which colours
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        return figure(nowhere, new StripColors(Palette.light()), width, height);
    }

    @Override
    public void paint(Graphics2D g, double width, double height, Palette palette) {
        Crisp.fill(g, new Box(0, 0, width, height), palette.color(Role.BACKGROUND));
        StripColors colors = new StripColors(palette);
        Figure figure = figure(g, colors, width, height);
        AffineTransform before = g.getTransform();
        g.scale(figure.layout().scale(), figure.layout().scale());
        new FigurePainter(figure, wording, current, colors).paint(g);
        g.setTransform(before);
        paintHeader(g, palette, width);
        List<KeyRow> rows = key(g, colors, width, height);
        double top = height - rows.size() * KeyRow.HEIGHT - KEY_FOOT;
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).paint(g, StageHeader.LEFT, width, top + row * KeyRow.HEIGHT, palette);
        }
    }

    private void paintHeader(Graphics2D g, Palette palette, double width) {
        Network network = view.knowledge().trace().network();
        String cellTitle = UnitName.layer(network, view.place().chain())
                .map(layer -> network.cell().title() + ", " + wording.text("layer", layer))
                .orElse(network.cell().title());
        Caption title =
                Caption.of(wording.text("circuit.title", cellTitle, view.place().t()), Face.BOLD, TITLE_SIZE);
        title.draw(g, StageHeader.LEFT, StageHeader.BASELINE, palette.color(Role.FOREGROUND));
        StageHeader header = new StageHeader(network, wording, palette);
        double left = StageHeader.LEFT + title.width() + 2 * StageHeader.GAP;
        double end = header.paintLine(g, left, current);
        if (backward) {
            header.paintWidths(g, WirePainter.WIDTHS, end, width);
        }
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        return new CircuitHits(figure(width, height), wording).at(x, y);
    }

    @Override
    public List<String> header() {
        return List.of("vector", "t", "unit", "value", "gradient");
    }

    /** One row a unit of every vector; what is not known is empty. */
    @Override
    public Stream<List<String>> rows() {
        return cell.cards().values().stream()
                .flatMap(card -> IntStream.range(0, card.units()).mapToObj(unit -> {
                    UnitTarget target = card.target(false, unit);
                    String name = target.site().quantity().id() + target.site().mark();
                    return List.of(
                            name,
                            Integer.toString(target.t()),
                            Integer.toString(target.unit()),
                            number(card, false, unit),
                            number(card, true, unit));
                }));
    }

    private static String number(Card card, boolean gradient, int unit) {
        return card.isKnown(gradient) ? NumberFormat.exact(card.at(gradient, unit)) : "";
    }
}
