package unroll.plot.circuit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import unroll.core.model.Network;
import unroll.core.tensor.Norms;
import unroll.debug.KnownVector;
import unroll.debug.Vocabulary.Mention;
import unroll.plot.Box;
import unroll.plot.Hit;
import unroll.plot.NumberFormat;
import unroll.plot.Palette;
import unroll.plot.Wording;
import unroll.plot.circuit.Signs.Sign;
import unroll.plot.lanes.QuantityTarget;
import unroll.plot.lanes.StripColors;
import unroll.plot.lanes.UnitTarget;
import unroll.plot.lanes.UnitText;
import unroll.plot.tex.Symbol;

/**
 * Finds what a circuit shows at a point.
 *
 * @param figure where everything stands
 * @param wording for the texts
 */
record CircuitHits(Figure figure, Wording wording) {
    /** A thin wire is hit this far beside it, px. */
    private static final double REACH = 5;

    /** At a point of the whole figure. */
    Optional<Hit> at(double x, double y) {
        double scale = layout().scale();
        double px = x / scale;
        double py = y / scale;
        return card(px, py)
                .or(() -> operator(px, py))
                .or(() -> wire(px, py))
                .map(hit -> new Hit(hit.text(), scaled(hit.area(), scale), hit.target()));
    }

    private static Box scaled(Box box, double scale) {
        return new Box(scale * box.x(), scale * box.y(), scale * box.width(), scale * box.height());
    }

    private CircuitLayout layout() {
        return figure.layout();
    }

    private Optional<Hit> card(double x, double y) {
        return figure.cell().cards().entrySet().stream()
                .filter(entry -> layout().box(entry.getKey()).contains(x, y))
                .findFirst()
                .map(entry -> {
                    Box box = layout().box(entry.getKey());
                    Card card = entry.getValue();
                    return unit(card, box, false, x, y)
                            .or(() -> unit(card, box, true, x, y))
                            .orElseGet(() -> new Hit(name(card), box, new QuantityTarget(card.ids(false))));
                });
    }

    private Optional<Hit> unit(Card card, Box box, boolean gradient, double x, double y) {
        boolean backward = Figure.isBackward(figure.knowledge());
        boolean both = backward && card.hasGradient();
        Box strip = new CardPainter(new StripColors(Palette.light()), backward).strip(box, gradient);
        if ((gradient && !both) || !strip.contains(x, y)) {
            return Optional.empty();
        }
        UnitRow row = new UnitRow(card.units(), strip);
        int unit = row.unitAt(x);
        String value = text(card.target(false, unit));
        String text = both ? value + "\n" + text(card.target(true, unit)) : value;
        return Optional.of(new Hit(text, row.boxOf(unit), card.target(gradient, unit)));
    }

    private String text(UnitTarget target) {
        int row = figure.cell().place().row();
        KnownVector vector = target.gradient()
                ? figure.knowledge().gradients(target.site(), row)
                : figure.knowledge().values(target.site(), row);
        Network network = figure.knowledge().trace().network();
        return new UnitText(network, wording).of(target, vector);
    }

    private String name(Card card) {
        String name = figure.cell().plain(card.ref().plain());
        return card.units() == 1
                ? name + ", " + wording.text("unit")
                : name + ", " + wording.text("units", card.units());
    }

    /** The line that an operation is of, and the quantity of the symbol that was hit. */
    private Optional<Hit> operator(double x, double y) {
        for (Node node : figure.circuit().nodes()) {
            if (node instanceof Node.Operator operator
                    && layout().body(operator).contains(x, y)) {
                String line = figure.circuit().lines().get(operator.line()).plain();
                Set<String> ids = symbol(operator, x, y);
                return Optional.of(
                        new Hit(figure.cell().plain(line), layout().body(operator), new QuantityTarget(ids)));
            }
        }
        return Optional.empty();
    }

    private Set<String> symbol(Node.Operator operator, double x, double y) {
        List<Sign> rows = layout().signs().of(operator);
        SignPainter painter = new SignPainter(layout(), figure.vocabulary(), Set.of(), Palette.light());
        for (int row = 0; row < rows.size(); row++) {
            Sign sign = rows.get(row);
            double left = painter.rowBox(operator, row).x();
            Optional<Symbol> symbol = sign.layout().at(x - left, y - painter.baseline(operator, row));
            if (symbol.isPresent()) {
                return figure.vocabulary().mentions(sign.tex()).stream()
                        .filter(mention -> mention.covers(symbol.get().start()))
                        .map(Mention::ids)
                        .findFirst()
                        .orElse(Set.of());
            }
        }
        return Set.of();
    }

    private Optional<Hit> wire(double x, double y) {
        WireFlow flow = new WireFlow(figure.cell());
        for (Wire wire : figure.circuit().wires()) {
            if (layout().path(wire).distance(x, y) <= REACH) {
                Card card = figure.cell().cards().get(named(wire));
                Set<String> ids = card == null ? Set.of() : card.ids(false);
                Box area = new Box(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
                return Optional.of(new Hit(text(flow, wire), area, new QuantityTarget(ids)));
            }
        }
        return Optional.empty();
    }

    /** The vector that a wire carries where that has a name. */
    private static Node named(Wire wire) {
        return wire.from() instanceof Node.Operator operator && operator.isTerm() ? operator : nearest(wire);
    }

    private static Node nearest(Wire wire) {
        return wire.from() instanceof Node.Vector ? wire.from() : wire.to();
    }

    private String text(WireFlow flow, Wire wire) {
        String name = name(flow, wire);
        String value = flow.value(wire)
                .map(vector -> "‖" + name + "‖ = " + NumberFormat.format(Norms.euclidean(vector, 0, vector.length)))
                .orElseGet(() -> wording.text("hit.waiting", name));
        OptionalDouble back = Figure.isBackward(figure.knowledge()) ? flow.sentBack(wire) : OptionalDouble.empty();
        return back.isPresent()
                ? value + "\n" + wording.text("hit.returned", NumberFormat.format(back.getAsDouble()))
                : value;
    }

    private String name(WireFlow flow, Wire wire) {
        Node named = named(wire);
        String plain = named instanceof Node.Vector vector
                ? vector.ref().plain()
                : flow.term((Node.Operator) named).plain();
        return figure.cell().plain(plain);
    }
}
