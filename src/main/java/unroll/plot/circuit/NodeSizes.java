package unroll.plot.circuit;

import unroll.plot.circuit.Node.Kind;

/**
 * How large nodes are: as large as what is written on them, and where there is room, larger.
 *
 * @param signs what is written
 * @param across how much of the width that cards and gaps may take they do take, 0 … 1
 * @param down likewise for heights
 */
record NodeSizes(Signs signs, double across, double down) {
    /** Of the line with a card's name, px. */
    static final double NAME_HEIGHT = 24;

    /** Of one line of an operation, px. */
    static final double ROW_HEIGHT = 17;

    static final double CARD_PAD = 4;

    /** Between the sign of a product and the numbers of it, px. */
    static final double TERM_GAP = 7;

    static final double TERM_HEIGHT = 12;

    private static final double PAD = 9;
    private static final double ROUND = 25;
    private static final double EXIT_ROOM = 34;
    private static final double EXIT_LINE = 18;

    private static double between(double least, double most, double share) {
        return least + share * (most - least);
    }

    /** Between neighbouring layers, px. */
    double gapAcross() {
        return between(13, 40, across);
    }

    /** Between neighbouring rows, px. */
    double gapDown() {
        return between(10, 36, down);
    }

    private double cardWidth() {
        return between(44, 118, across);
    }

    private double cardHeight() {
        return NAME_HEIGHT + CARD_PAD + between(16, 40, down);
    }

    private double termWidth() {
        return between(20, 62, across);
    }

    /** The place of a node with all that belongs to it. */
    NodeSize of(Node node) {
        if (node instanceof Node.Vector) {
            return NodeSize.around(Math.max(cardWidth(), signs.width(node) + PAD), cardHeight());
        }
        if (node instanceof Node.Exit exit) {
            return exit.upward()
                    ? new NodeSize(EXIT_ROOM, EXIT_ROOM, EXIT_LINE, 0)
                    : new NodeSize(0, EXIT_ROOM, EXIT_LINE / 2, EXIT_LINE / 2);
        }
        NodeSize body = body((Node.Operator) node);
        boolean strip = hasStrip(node);
        return strip ? new NodeSize(body.left(), body.right() + TERM_GAP + termWidth(), body.up(), body.down()) : body;
    }

    /** Whether the numbers of a product stand behind its sign, as it has no card. */
    static boolean hasStrip(Node node) {
        return node instanceof Node.Operator operator && operator.kind() == Kind.PRODUCT && operator.isTerm();
    }

    /** The sign alone. */
    NodeSize body(Node.Operator operator) {
        if (operator.kind() == Kind.AFFINE) {
            double height = ROW_HEIGHT * signs.of(operator).size() + PAD / 2;
            return NodeSize.around(signs.width(operator) + 2 * PAD, Math.max(ROUND, height));
        }
        if (operator.kind() == Kind.ACTIVATION || operator.kind() == Kind.CONCAT) {
            return NodeSize.around(Math.max(ROUND + PAD, signs.width(operator) + 2 * PAD), ROUND);
        }
        return NodeSize.around(ROUND, ROUND);
    }
}
