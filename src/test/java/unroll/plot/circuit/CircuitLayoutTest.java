package unroll.plot.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Lstm;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Op;
import unroll.core.op.Term;
import unroll.core.op.VectorRef;
import unroll.plot.Box;

/** What holds for the picture of every cell at every size. */
class CircuitLayoutTest {
    private static final List<Box> AREAS =
            List.of(new Box(0, 0, 1800, 800), new Box(16, 40, 640, 420), new Box(10, 10, 300, 160));

    /** A level or upright piece of a wire. */
    private record Piece(Wire wire, Point2D from, Point2D to) {
        private double left() {
            return Math.min(from.getX(), to.getX());
        }

        private double right() {
            return Math.max(from.getX(), to.getX());
        }

        private double top() {
            return Math.min(from.getY(), to.getY());
        }

        private double bottom() {
            return Math.max(from.getY(), to.getY());
        }

        private boolean isLevel() {
            return from.getY() == to.getY();
        }

        private boolean goesThrough(Box box) {
            return right() > box.x() + 0.01
                    && left() < box.right() - 0.01
                    && bottom() > box.y() + 0.01
                    && top() < box.bottom() - 0.01;
        }

        private boolean liesOn(Piece other) {
            if (isLevel() != other.isLevel()) {
                return false;
            }
            return isLevel()
                    ? from.getY() == other.from.getY() && left() < other.right() && other.left() < right()
                    : from.getX() == other.from.getX() && top() < other.bottom() && other.top() < bottom();
        }
    }

    private static Stream<CircuitPlan> plans() {
        return Cells.plans();
    }

    private static Stream<CircuitLayout> layouts(CircuitPlan plan) {
        Signs signs = new Signs(plan.circuit(), UnaryOperator.identity());
        return AREAS.stream().map(area -> CircuitLayout.of(plan, signs, area));
    }

    private static List<Piece> pieces(CircuitLayout layout) {
        return layout.plan().circuit().wires().stream()
                .flatMap(wire -> {
                    List<Point2D> points = layout.path(wire).points();
                    return Stream.iterate(1, i -> i < points.size(), i -> i + 1)
                            .map(i -> new Piece(wire, points.get(i - 1), points.get(i)));
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void noTwoBoxesOverlap(CircuitPlan plan) {
        layouts(plan).forEach(layout -> {
            List<Node> nodes = plan.circuit().nodes();
            for (int i = 0; i < nodes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Box one = layout.box(nodes.get(i));
                    Box other = layout.box(nodes.get(j));
                    boolean apart = one.right() <= other.x()
                            || other.right() <= one.x()
                            || one.bottom() <= other.y()
                            || other.bottom() <= one.y();
                    assertTrue(apart, nodes.get(i) + " over " + nodes.get(j));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everythingLiesWithinItsArea(CircuitPlan plan) {
        for (Box area : AREAS) {
            CircuitLayout layout = CircuitLayout.of(plan, new Signs(plan.circuit(), UnaryOperator.identity()), area);
            double scale = layout.scale();
            for (Node node : plan.circuit().nodes()) {
                Box box = layout.box(node);
                assertTrue(scale * box.x() >= area.x() - 0.01 && scale * box.right() <= area.right() + 0.01, "" + node);
                assertTrue(
                        scale * box.y() >= area.y() - 0.01 && scale * box.bottom() <= area.bottom() + 0.01, "" + node);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void wiresAreLevelOrUprightAndGoThroughNoBox(CircuitPlan plan) {
        layouts(plan)
                .forEach(layout -> pieces(layout).forEach(piece -> {
                    assertTrue(
                            piece.isLevel() || piece.from().getX() == piece.to().getX(), "slanted: " + piece);
                    for (Node node : plan.circuit().nodes()) {
                        // the numbers of a product stand on its own wire
                        boolean own = node.equals(piece.wire().from());
                        Box box = own ? layout.body(node) : layout.box(node);
                        assertFalse(piece.goesThrough(box), piece + " through " + node);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void wiresOfDifferentVectorsNeverLieOnEachOther(CircuitPlan plan) {
        layouts(plan).forEach(layout -> {
            List<Piece> pieces = pieces(layout);
            for (Piece one : pieces) {
                for (Piece other : pieces) {
                    boolean sameVector = one.wire().from().equals(other.wire().from());
                    assertTrue(sameVector || !one.liesOn(other), one + " on " + other);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("plans")
    void wiresEndAtTheEdgesOfWhatTheyJoin(CircuitPlan plan) {
        layouts(plan)
                .forEach(layout -> plan.circuit().wires().forEach(wire -> {
                    assertTrue(isOnEdge(layout, wire.from(), layout.path(wire).start()), wire.toString());
                    assertTrue(isOnEdge(layout, wire.to(), layout.path(wire).end()), wire.toString());
                }));
    }

    private static boolean isOnEdge(CircuitLayout layout, Node node, Point2D point) {
        if (node instanceof Node.Exit) {
            return point.equals(layout.center(node));
        }
        Box body = layout.body(node);
        Point2D center = layout.center(node);
        boolean aside = point.getY() == center.getY() && (point.getX() == body.x() || point.getX() == body.right());
        boolean upright = point.getX() == center.getX() && (point.getY() == body.y() || point.getY() == body.bottom());
        return aside || upright;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void eachLineLeadsFromAllThatItReadsToAllThatItWrites(CircuitPlan plan) {
        Circuit circuit = plan.circuit();
        for (int index = 0; index < circuit.lines().size(); index++) {
            Equation line = circuit.lines().get(index);
            Set<Node> targets = new HashSet<>(Circuit.cards(line.target()));
            for (VectorRef read : reads(line)) {
                for (Node card : Circuit.cards(read)) {
                    assertEquals(targets, reached(circuit, index, card), line.plain() + " from " + read.plain());
                }
            }
        }
    }

    private static List<VectorRef> reads(Equation line) {
        if (line.op() instanceof Op.Activate activate) {
            return List.of(activate.argument());
        }
        if (line.op() instanceof Op.Concat concat) {
            return List.of(concat.first(), concat.second());
        }
        return ((Op.Sum) line.op())
                .terms().stream()
                        .flatMap(term -> term instanceof Term.Product product
                                ? Stream.of(product.vector())
                                : term instanceof Term.Elementwise product
                                        ? product.factors().stream().map(Factor::vector)
                                        : Stream.empty())
                        .toList();
    }

    /** The vectors at the ends of a line's wires. */
    private static Set<Node> reached(Circuit circuit, int line, Node from) {
        Set<Node> reached = new HashSet<>();
        for (Wire wire : circuit.wires()) {
            if (wire.line() == line && wire.from().equals(from)) {
                if (wire.to() instanceof Node.Vector) {
                    reached.add(wire.to());
                } else {
                    reached.addAll(reached(circuit, line, wire.to()));
                }
            }
        }
        return reached;
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyWireGoesAndEveryNodeStandsOnce(CircuitPlan plan) {
        Circuit circuit = plan.circuit();
        assertEquals(circuit.wires().size(), new HashSet<>(circuit.wires()).size());
        assertEquals(circuit.nodes().size(), new HashSet<>(circuit.nodes()).size());
        assertTrue(circuit.nodes().stream().allMatch(node -> plan.slot(node) != null));
    }

    @Test
    void theCellStateOfAnLstmHasItsRoadAlongTheTop() {
        Lstm lstm = new Lstm();
        CircuitPlan plan = CircuitPlan.of(Circuit.of(lstm.lines(BiasMode.DOUBLE), lstm.readout()));
        int road = plan.slot(new Node.Vector(lstm.quantity("c").before())).row();
        assertEquals(road, plan.slot(new Node.Vector(lstm.quantity("c").now())).row());
        for (Node node : plan.circuit().nodes()) {
            boolean card = node instanceof Node.Vector vector
                    && !vector.ref().quantity().id().equals("c");
            assertTrue(!card || plan.slot(node).row() > road, "above the road: " + node);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aCircuitAlwaysLooksTheSame(CircuitPlan plan) {
        CircuitPlan again = CircuitPlan.of(plan.circuit());
        plan.circuit().nodes().forEach(node -> assertEquals(plan.slot(node), again.slot(node)));
        plan.circuit().wires().forEach(wire -> assertEquals(plan.route(wire), again.route(wire)));
    }
}
