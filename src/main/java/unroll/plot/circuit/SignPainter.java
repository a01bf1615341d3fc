package unroll.plot.circuit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import unroll.debug.Vocabulary;
import unroll.plot.Box;
import unroll.plot.Palette;
import unroll.plot.Role;
import unroll.plot.circuit.Node.Kind;
import unroll.plot.circuit.Signs.Sign;
import unroll.plot.tex.FormulaLayout;
import unroll.plot.tex.Symbol;

/**
 * Draws operations, and writes what stands on nodes.
 *
 * @param layout where they stand
 * @param vocabulary tells which quantities formulas name
 * @param highlighted ids of the quantities that are brought out
 * @param palette the theme
 */
record SignPainter(CircuitLayout layout, Vocabulary vocabulary, Set<String> highlighted, Palette palette) {
    private static final double BOX_CORNER = 8;
    private static final double NAME_LEFT = 7;
    private static final double NAME_BASELINE = 15;
    private static final double ROW_BASELINE = 0.72;
    private static final BasicStroke THIN = new BasicStroke(1.2f);
    private static final BasicStroke BROAD = new BasicStroke(2);

    /** An operation, its outline in the colour of the phase while its line is the current one. */
    void paintOperator(Graphics2D g, Node.Operator operator, boolean lit, Role phase) {
        Shape outline = outline(operator);
        g.setColor(palette.color(Role.SUBTLE));
        g.fill(outline);
        g.setColor(palette.color(lit ? phase : Role.MUTED));
        g.setStroke(lit ? BROAD : THIN);
        g.draw(outline);
        paintRows(g, operator);
    }

    private Shape outline(Node.Operator operator) {
        Box box = layout.body(operator);
        boolean round =
                operator.kind() == Kind.SUM || operator.kind() == Kind.PRODUCT || operator.kind() == Kind.COMPLEMENT;
        if (round) {
            return new Ellipse2D.Double(box.x(), box.y(), box.width(), box.height());
        }
        double corner = operator.kind() == Kind.AFFINE ? 2 * BOX_CORNER : box.height();
        return new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), corner, corner);
    }

    /** One row below the other, each in the middle. */
    private void paintRows(Graphics2D g, Node.Operator operator) {
        List<Sign> rows = layout.signs().of(operator);
        for (int row = 0; row < rows.size(); row++) {
            Box line = rowBox(operator, row);
            Sign sign = rows.get(row);
            sign.layout().paint(g, line.x(), baseline(operator, row), colors(sign));
        }
    }

    /** The place of a row of an operation, as wide as what is written. */
    Box rowBox(Node.Operator operator, int row) {
        List<Sign> rows = layout.signs().of(operator);
        Box body = layout.body(operator);
        double width = rows.get(row).layout().width();
        double top = body.y() + (body.height() - rows.size() * NodeSizes.ROW_HEIGHT) / 2 + row * NodeSizes.ROW_HEIGHT;
        return new Box(body.x() + (body.width() - width) / 2, top, width, NodeSizes.ROW_HEIGHT);
    }

    /** y of a row's baseline: a single sign stands in the middle, of several the baselines are even. */
    double baseline(Node.Operator operator, int row) {
        List<Sign> rows = layout.signs().of(operator);
        Box line = rowBox(operator, row);
        FormulaLayout sign = rows.get(row).layout();
        return rows.size() == 1
                ? line.y() + (line.height() - sign.ascent() - sign.descent()) / 2 + sign.ascent()
                : line.y() + ROW_BASELINE * line.height();
    }

    /** A vector's name in the head of its card. */
    void paintName(Graphics2D g, Node.Vector vector) {
        Sign sign = layout.signs().of(vector).get(0);
        Box card = layout.box(vector);
        sign.layout().paint(g, card.x() + NAME_LEFT, card.y() + NAME_BASELINE, colors(sign));
    }

    private Function<Symbol, Color> colors(Sign sign) {
        List<Vocabulary.Mention> mentions = vocabulary.mentions(sign.tex());
        return symbol -> {
            boolean lit = mentions.stream()
                    .anyMatch(mention -> mention.covers(symbol.start()) && mention.isOneOf(highlighted));
            return palette.color(lit ? Role.ACCENT : Role.FOREGROUND);
        };
    }
}
