package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Network;
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
import unroll.debug.Knowledge;
import unroll.debug.KnownVector;
import unroll.plot.circuit.CircuitView.Place;

/** What the wires of an opened cell carry: forth the values, back the gradients. */
record WireFlow(OpenCell cell) {
    private Circuit circuit() {
        return cell.circuit();
    }

    private Knowledge knowledge() {
        return cell.knowledge();
    }

    private Network network() {
        return knowledge().trace().network();
    }

    private Place place() {
        return cell.place();
    }

    /** The vector that has gone along a wire; empty before it has. */
    Optional<double[]> value(Wire wire) {
        if (!cell.isUsed(wire)) {
            return Optional.empty();
        }
        if (wire.from() instanceof Node.Operator operator && operator.isTerm()) {
            return product(operator);
        }
        Node named = wire.from() instanceof Node.Vector ? wire.from() : wire.to();
        return Optional.ofNullable(cell.cards().get(named)).map(card -> numbers(card, false));
    }

    private static double[] numbers(Card card, boolean gradient) {
        return IntStream.range(0, card.units())
                .mapToDouble(unit -> card.at(gradient, unit))
                .toArray();
    }

    /** A product that is a summand of its line, or 1 − v in it; empty before the line has run. */
    Optional<double[]> product(Node.Operator operator) {
        return cell.carried(operator.line()).map(carried -> carried.product(term(operator)));
    }

    /** What an operation makes of a term. */
    Term.Elementwise term(Node.Operator operator) {
        Op.Sum sum = (Op.Sum) circuit().lines().get(operator.line()).op();
        Term.Elementwise term = (Term.Elementwise) sum.terms().get(Math.max(0, operator.term()));
        return operator.kind() == Node.Kind.COMPLEMENT
                ? new Term.Elementwise(
                        term.factors().stream().filter(Factor::complement).toList())
                : term;
    }

    /** The norm of the gradient that has come back along a wire; empty before it has. */
    OptionalDouble sentBack(Wire wire) {
        if (wire.line() == Wire.NONE) {
            return leftBy((Node.Exit) wire.to());
        }
        if (wire.from() instanceof Node.Vector vector) {
            return sentBack(vector.ref(), wire);
        }
        Optional<Wire> complemented = circuit().arriving().get(wire.from()).stream()
                .filter(each ->
                        wire.from() instanceof Node.Operator operator && operator.kind() == Node.Kind.COMPLEMENT)
                .findFirst();
        return complemented.isPresent() ? sentBack(complemented.get()) : written(wire);
    }

    /** What comes into an operation whose output it hands on, or adds to others: all of the output's gradient. */
    private OptionalDouble written(Wire wire) {
        VectorRef target = circuit().lines().get(wire.line()).target();
        List<Card> written = wire.to() instanceof Node.Vector
                ? List.of(cell.cards().get(wire.to()))
                : Circuit.cards(target).stream().map(cell.cards()::get).toList();
        return norm(written);
    }

    private static OptionalDouble norm(List<Card> written) {
        if (!written.stream().allMatch(card -> card.isKnown(true))) {
            return OptionalDouble.empty();
        }
        double[] all = written.stream()
                .flatMapToDouble(card -> Arrays.stream(numbers(card, true)))
                .toArray();
        return OptionalDouble.of(Norms.euclidean(all, 0, all.length));
    }

    /** The part of a vector's gradient that one line sent back through one of its operations. */
    private OptionalDouble sentBack(VectorRef vector, Wire wire) {
        for (Section section : cell.sections(vector)) {
            int t = place().t() + section.shift();
            for (Knowledge.Source source : knowledge().sources(section.site(), t)) {
                List<Increment> through = through(source, vector, wire);
                if (!through.isEmpty() && source.index() < knowledge().cursor()) {
                    double[] brought = cell.carried(knowledge().program().at(source.index()))
                            .increments(through);
                    return OptionalDouble.of(Norms.euclidean(brought, 0, brought.length));
                }
            }
        }
        return OptionalDouble.empty();
    }

    private List<Increment> through(Knowledge.Source source, VectorRef vector, Wire wire) {
        boolean own = source.line().chain().equals(place().chain());
        return own
                ? ((VectorLine) source.line().line())
                        .increments().stream()
                                .filter(increment -> increment.target().equals(vector) && isThrough(increment, wire))
                                .toList()
                : List.of();
    }

    /** Whether an increment is what the operation at a wire's end sends back. */
    boolean isThrough(Increment increment, Wire wire) {
        Equation line = circuit().lines().get(wire.line());
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
        Site site = place().chain().site(exit.ref().quantity());
        int later = exit.upward() ? 0 : place().chain().direction() == Direction.FORWARD ? 1 : -1;
        List<KnownVector> sent = readers(exit).stream()
                .map(reader -> knowledge().sentBack(site, reader, later, place().row()))
                .filter(vector -> vector.isKnown(place().t()))
                .toList();
        if (sent.isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] sum = new double[sent.get(0).units()];
        for (KnownVector vector : sent) {
            for (int unit = 0; unit < sum.length; unit++) {
                sum[unit] += vector.at(place().t(), unit);
            }
        }
        return OptionalDouble.of(Norms.euclidean(sum, 0, sum.length));
    }

    /** Those who read what leaves: the next step of the same chain, or whatever stands above. */
    private List<Chain> readers(Node.Exit exit) {
        if (!exit.upward()) {
            return List.of(place().chain());
        }
        int above = place().chain().layer() + 1;
        return above == network().layers()
                ? List.of(Chain.HEAD)
                : network().chains().stream()
                        .filter(chain -> chain.layer() == above)
                        .toList();
    }
}
