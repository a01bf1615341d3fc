package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.model.Site;
import unroll.core.op.Equation;
import unroll.core.op.Factor;
import unroll.core.op.Increment;
import unroll.core.op.Op;
import unroll.core.op.Term;
import unroll.core.op.VectorLine;
import unroll.core.op.VectorRef;
import unroll.core.tensor.Norms;
import unroll.debug.Carried;
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.debug.Position;
import unroll.plot.circuit.CircuitView.Place;
import unroll.plot.lanes.Lane;
import unroll.plot.lanes.LaneStrip;

/** The numbers of one cell at one step, as far as they are known. */
final class OpenCell {
    private final Circuit circuit;
    private final Place place;
    private final Knowledge knowledge;
    private final Network network;
    private final List<ScheduledLine> lines;
    private final Map<Node, Card> cards = new LinkedHashMap<>();

    OpenCell(Circuit circuit, Place place, Knowledge knowledge) {
        this.circuit = circuit;
        this.place = place;
        this.knowledge = knowledge;
        this.network = knowledge.trace().network();
        this.lines = circuit.lines().stream().map(this::scheduled).toList();
        for (Node node : circuit.nodes()) {
            if (node instanceof Node.Vector vector) {
                cards.put(node, card(vector.ref()));
            }
        }
    }

    private ScheduledLine scheduled(Equation equation) {
        return knowledge.program().schedule().blocks(Phase.FORWARD).stream()
                .map(Block::lines)
                .flatMap(List::stream)
                .filter(line ->
                        line.chain().equals(place.chain()) && line.line().equals(equation))
                .findFirst()
                .orElseThrow();
    }

    private Card card(VectorRef ref) {
        List<Card.Part> parts = new ArrayList<>();
        for (Section section :
                network.sections(lines.get(0), ref, knowledge.program().steps())) {
            LaneStrip values = strip(Lane.values(network, section.site(), ref.block(), false));
            LaneStrip gradients = strip(Lane.gradient(network, section.site(), ref.block(), false));
            parts.add(new Card.Part(values, gradients, place.t() + section.shift()));
        }
        return new Card(ref, parts);
    }

    private LaneStrip strip(Lane lane) {
        return LaneStrip.of(lane, knowledge, place.row());
    }

    /** The cards in the order in which the lines name their vectors. */
    Map<Node, Card> cards() {
        return cards;
    }

    /** A piece of TeX as the direction of time has it. */
    String turned(String tex) {
        return lines.get(0).turned(tex);
    }

    Place place() {
        return place;
    }

    /** Whether something has been handed on along a wire. */
    boolean isUsed(Wire wire) {
        if (wire.line() == Wire.NONE) {
            return cards.get(wire.from()).isKnown(false);
        }
        return position(wire.line()).filter(this::hasRun).isPresent();
    }

    private Optional<Position> position(int line) {
        return knowledge.program().index(lines.get(line), place.t()).map(knowledge.program()::at);
    }

    private boolean hasRun(Position position) {
        return position.index() < knowledge.cursor();
    }

    /** A product that is a summand of its line; empty before the line has run. */
    Optional<double[]> product(Node.Operator product) {
        return position(product.line()).filter(this::hasRun).map(at -> {
            Op.Sum sum = (Op.Sum) circuit.lines().get(product.line()).op();
            return carried(at).product((Term.Elementwise) sum.terms().get(product.term()));
        });
    }

    private Carried carried(Position position) {
        return new Carried(knowledge.trace(), position, place.row());
    }

    /** The norm of the gradient that has come back along a wire; empty before it has. */
    OptionalDouble sentBack(Wire wire) {
        if (wire.line() == Wire.NONE) {
            return leftBy((Node.Exit) wire.to());
        }
        if (wire.from() instanceof Node.Vector vector) {
            return sentBack(vector.ref(), wire);
        }
        Optional<Wire> complemented = circuit.arriving().get(wire.from()).stream()
                .filter(each ->
                        wire.from() instanceof Node.Operator operator && operator.kind() == Node.Kind.COMPLEMENT)
                .findFirst();
        return complemented.isPresent() ? sentBack(complemented.get()) : written(wire);
    }

    /** What comes into an operation whose output it hands on, or adds to others: all of the output's gradient. */
    private OptionalDouble written(Wire wire) {
        VectorRef target = circuit.lines().get(wire.line()).target();
        List<Card> written = wire.to() instanceof Node.Vector
                ? List.of(cards.get(wire.to()))
                : Circuit.cards(target).stream().map(cards::get).toList();
        return norm(written);
    }

    private static OptionalDouble norm(List<Card> written) {
        if (!written.stream().allMatch(card -> card.isKnown(true))) {
            return OptionalDouble.empty();
        }
        double[] all = written.stream()
                .flatMapToDouble(card -> IntStream.range(0, card.units()).mapToDouble(unit -> card.at(true, unit)))
                .toArray();
        return OptionalDouble.of(Norms.euclidean(all, 0, all.length));
    }

    /** The part of a vector's gradient that one line sent back through one of its operations. */
    private OptionalDouble sentBack(VectorRef vector, Wire wire) {
        for (Section section :
                network.sections(lines.get(0), vector, knowledge.program().steps())) {
            int t = place.t() + section.shift();
            for (Knowledge.Source source : knowledge.sources(section.site(), t)) {
                List<Increment> through = through(source, vector, wire);
                if (!through.isEmpty() && source.index() < knowledge.cursor()) {
                    Position position = knowledge.program().at(source.index());
                    double[] brought = carried(position).increments(through);
                    return OptionalDouble.of(Norms.euclidean(brought, 0, brought.length));
                }
            }
        }
        return OptionalDouble.empty();
    }

    private List<Increment> through(Knowledge.Source source, VectorRef vector, Wire wire) {
        boolean own = source.line().chain().equals(place.chain());
        return own
                ? ((VectorLine) source.line().line())
                        .increments().stream()
                                .filter(increment -> increment.target().equals(vector) && isThrough(increment, wire))
                                .toList()
                : List.of();
    }

    /** Whether an increment is what the operation at a wire's end sends back. */
    boolean isThrough(Increment increment, Wire wire) {
        Equation line = circuit.lines().get(wire.line());
        boolean ofLine = increment.source().quantity().equals(line.target().quantity());
        if (!ofLine || !(increment instanceof Increment.Elementwise product)) {
            return ofLine;
        }
        Node.Operator operator = (Node.Operator) wire.to();
        List<Term> terms = ((Op.Sum) line.op()).terms();
        List<Term> ofOperator = operator.isTerm() ? List.of(terms.get(operator.term())) : terms;
        return ofOperator.stream().anyMatch(term -> term instanceof Term.Elementwise forward && isOf(product, forward));
    }

    private static boolean isOf(Increment.Elementwise increment, Term.Elementwise product) {
        List<Factor> factors = new ArrayList<>(increment.others());
        factors.add(new Factor(increment.target(), increment.negative()));
        return factors.size() == product.factors().size() && factors.containsAll(product.factors());
    }

    private OptionalDouble leftBy(Node.Exit exit) {
        Site site = place.chain().site(exit.ref().quantity());
        int later = exit.upward() ? 0 : place.chain().direction() == Direction.FORWARD ? 1 : -1;
        List<KnownVector> sent = readers(exit).stream()
                .map(reader -> knowledge.sentBack(site, reader, later, place.row()))
                .filter(vector -> vector.isKnown(place.t()))
                .toList();
        if (sent.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] sum = new double[sent.get(0).units()];
        for (KnownVector vector : sent) {
            for (int unit = 0; unit < sum.length; unit++) {
                sum[unit] += vector.at(place.t(), unit);
            }
        }
        return OptionalDouble.of(Norms.euclidean(sum, 0, sum.length));
    }

    /** Those who read what leaves: the next step of the same chain, or whatever stands above. */
    private List<Chain> readers(Node.Exit exit) {
        if (!exit.upward()) {
            return List.of(place.chain());
        }
        int above = place.chain().layer() + 1;
        return above == network.layers()
                ? List.of(Chain.HEAD)
                : network.chains().stream()
                        .filter(chain -> chain.layer() == above)
                        .toList();
    }
}
