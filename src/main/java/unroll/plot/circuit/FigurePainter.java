package unroll.plot.circuit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.core.model.Direction;
import unroll.plot.Box;
import unroll.plot.Face;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.Wording;
import unroll.plot.lanes.CurrentLine;
import unroll.plot.lanes.StripColors;
import unroll.plot.stage.Light;
import unroll.plot.stage.Rings;
import unroll.plot.tex.Caption;

/** Draws the circuit itself. */
final class FigurePainter {
    private static final double EXIT_GAP = 6;
    private static final double EXIT_SIZE = 12;

    private final Figure figure;
    private final Wording wording;
    private final StripColors colors;
    private final Palette palette;
    private final Optional<LitLine> lit;
    private final Set<Wire> litWires;
    private final WirePainter wires;

    FigurePainter(Figure figure, Wording wording, Optional<CurrentLine> current, StripColors colors) {
        this.figure = figure;
        this.wording = wording;
        this.colors = colors;
        this.palette = colors.palette();
        this.lit = current.map(line -> new LitLine(line, figure.circuit(), figure.cell()));
        this.litWires = lit.map(LitLine::wires).orElse(Set.of());
        this.wires = new WirePainter(palette);
    }

    void paint(Graphics2D g) {
        paintWires(g);
        paintNodes(g);
        lit.ifPresent(line -> paintRings(g, line));
        lit.ifPresent(line -> figure.view().pulse().ifPresent(position -> paintPulse(g, line, position)));
    }

    private CircuitLayout layout() {
        return figure.layout();
    }

    private Role phase() {
        return lit.map(line -> line.line().role()).orElse(Role.MUTED);
    }

    /** A wire and what to draw of it. */
    private record Drawn(Wire wire, WirePath path, boolean used, OptionalDouble norm) {
        /** What matters more is drawn later. */
        double rank() {
            return norm.isPresent() ? 2 + Math.max(0, norm.getAsDouble()) : used ? 1 : 0;
        }
    }

    private void paintWires(Graphics2D g) {
        boolean backward = Figure.isBackward(figure.knowledge());
        WireFlow flow = new WireFlow(figure.cell());
        List<Drawn> drawn = new ArrayList<>();
        for (Wire wire : figure.circuit().wires()) {
            OptionalDouble norm = backward ? flow.sentBack(wire) : OptionalDouble.empty();
            drawn.add(new Drawn(wire, layout().path(wire), figure.cell().isUsed(wire), norm));
        }
        drawn.sort(Comparator.comparingDouble(Drawn::rank));
        drawn.stream()
                .filter(each -> litWires.contains(each.wire()))
                .forEach(each -> wires.paintHalo(g, each.path(), phase()));
        for (Drawn each : drawn) {
            if (each.norm().isPresent()) {
                wires.paintGradient(g, each.path(), each.norm().getAsDouble());
            } else {
                wires.paintValue(g, each.path(), each.used(), litWires.contains(each.wire()));
            }
            paintJunctions(g, each);
        }
    }

    /** The last of the wires from a node gives its junctions their colour. */
    private void paintJunctions(Graphics2D g, Drawn drawn) {
        Color color = drawn.norm().isPresent()
                ? wires.color(drawn.norm().getAsDouble())
                : palette.color(drawn.used() ? Role.FORWARD : Role.BORDER);
        for (Point2D junction : layout().junctions(drawn.wire().from())) {
            if (drawn.path().distance(junction.getX(), junction.getY()) < 1) {
                wires.paintJunction(g, junction, color, drawn.norm());
            }
        }
    }

    private void paintNodes(Graphics2D g) {
        CardPainter cards = new CardPainter(colors, Figure.isBackward(figure.knowledge()));
        SignPainter signs =
                new SignPainter(layout(), figure.vocabulary(), figure.view().highlighted(), palette);
        Set<Node> worked = new LinkedHashSet<>();
        litWires.forEach(wire -> worked.addAll(List.of(wire.from(), wire.to())));
        for (Node node : figure.circuit().nodes()) {
            if (node instanceof Node.Vector vector) {
                paintCard(g, vector, cards, signs);
            } else if (node instanceof Node.Operator operator) {
                signs.paintOperator(g, operator, worked.contains(node), phase());
                paintTerm(g, operator, cards);
            } else {
                paintExit(g, (Node.Exit) node);
            }
        }
    }

    private void paintCard(Graphics2D g, Node.Vector vector, CardPainter cards, SignPainter signs) {
        Card card = figure.cell().cards().get(vector);
        Box box = layout().box(vector);
        boolean lit = figure.view().highlighted().stream()
                .anyMatch(id -> card.ids(false).contains(id) || card.ids(true).contains(id));
        cards.paintGround(g, box, lit);
        cards.paintNumbers(g, box, card);
        signs.paintName(g, vector);
        figure.view().selected().ifPresent(target -> {
            int unit = card.unit(target);
            if (unit >= 0 && (!target.gradient() || cards.backward())) {
                cards.paintSelected(g, new UnitRow(card.units(), cards.strip(box, target.gradient())).boxOf(unit));
            }
        });
    }

    /** A product has the scale of what it is added to. */
    private void paintTerm(Graphics2D g, Node.Operator operator, CardPainter cards) {
        if (NodeSizes.hasStrip(operator)) {
            Card sum = figure.cell()
                    .cards()
                    .get(Circuit.cards(figure.circuit()
                                    .lines()
                                    .get(operator.line())
                                    .target())
                            .get(0));
            Box strip = layout().termStrip(operator);
            new WireFlow(figure.cell())
                    .product(operator)
                    .ifPresentOrElse(
                            values -> cards.paintTerm(g, strip, values, colors.of(sum.strip(false, 0))),
                            () -> cards.paintUnknown(g, strip));
        }
    }

    private void paintExit(Graphics2D g, Node.Exit exit) {
        Point2D at = layout().center(exit);
        Color muted = palette.color(Role.MUTED);
        if (exit.upward()) {
            Caption text = Caption.of(above(), Face.REGULAR, EXIT_SIZE);
            text.drawCentered(g, at.getX(), at.getY() - EXIT_GAP, muted);
        } else {
            Caption text = Caption.of(next(), Face.REGULAR, EXIT_SIZE);
            text.draw(g, at.getX() + EXIT_GAP, at.getY() + text.ascent() / 2, muted);
        }
    }

    private String above() {
        int above = figure.cell().place().chain().layer() + 1;
        boolean top = above == figure.knowledge().trace().network().layers();
        return top ? wording.text("circuit.toOutput") : wording.text("layer", above + 1);
    }

    private String next() {
        boolean forward = figure.cell().place().chain().direction() == Direction.FORWARD;
        int last = forward ? figure.knowledge().trace().steps() : 1;
        if (figure.cell().place().t() == last) {
            return wording.text("circuit.end");
        }
        return forward ? "$t+1$" : "$t-1$";
    }

    private void paintRings(Graphics2D g, LitLine line) {
        Set<Box> read = boxes(line.read());
        new Rings(read, boxes(line.written())).paint(g, phase(), palette);
    }

    private Set<Box> boxes(Set<Node> nodes) {
        Set<Box> boxes = new LinkedHashSet<>();
        nodes.forEach(node -> boxes.add(layout().box(node)));
        return boxes;
    }

    private void paintPulse(Graphics2D g, LitLine line, double position) {
        for (LitLine.Way way : line.ways()) {
            WirePath path = way.wires().stream()
                    .map(layout()::path)
                    .reduce(WirePath::then)
                    .orElseThrow();
            WirePath travelled = way.back() ? path.reversed() : path;
            new Light(travelled.at(position * travelled.length())).paint(g, phase(), palette);
        }
    }
}
