package unroll.plot.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.core.model.Section;
import unroll.core.op.Equation;
import unroll.core.op.VectorRef;
import unroll.debug.Carried;
import unroll.debug.Knowledge;
import unroll.debug.Notation;
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

    /** What a line hands on without a name where it runs; empty before it has run. */
    Optional<Carried> carried(int line) {
        return position(line).filter(this::hasRun).map(this::carried);
    }

    /** Likewise for a line that has run anywhere. */
    Carried carried(Position position) {
        return new Carried(knowledge.trace(), position, place.row());
    }

    /** A piece of plain text with the numbers of time steps, as the direction of time has it. */
    String plain(String text) {
        return new Notation(turned(text), "").atStep(place.t()).plain();
    }

    Circuit circuit() {
        return circuit;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** Where the parts of what the cell names are kept. */
    List<Section> sections(VectorRef ref) {
        return network.sections(lines.get(0), ref, knowledge.program().steps());
    }
}
