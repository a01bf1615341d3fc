package unroll.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Direction;
import unroll.core.model.Phase;
import unroll.debug.Position;
import unroll.debug.Program;

/**
 * A position as a user names it: {@code PHASE:T:LINE[:LAYER[:DIRECTION]]}.
 *
 * @param line its number in the listing
 * @param layer from 1; empty for a line of the head, and for the lowest layer
 * @param direction → if it is not named
 */
record Place(Phase phase, int t, int line, Optional<Integer> layer, Direction direction) {
    static final String FORM = "PHASE:T:LINE[:LAYER[:fwd|rev]], such as backward:9:8";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /**
     * Reads a place.
     *
     * @throws IllegalArgumentException saying which part is wrong
     */
    static Place parse(String text) {
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() < SHORTEST || parts.size() > LONGEST) {
            throw new IllegalArgumentException("expected " + FORM + ", found " + text);
        }
        return new Place(
                phase(parts.get(0)),
                number("time step", parts.get(1)),
                number("line", parts.get(2)),
                parts.size() > SHORTEST ? Optional.of(number("layer", parts.get(SHORTEST))) : Optional.empty(),
                parts.size() == LONGEST ? direction(parts.get(LONGEST - 1)) : Direction.FORWARD);
    }

    private static Direction direction(String text) {
        for (Direction direction : Direction.values()) {
            if (direction.id().equals(text)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("expected the direction fwd or rev, found " + text);
    }

    private static Phase phase(String text) {
        for (Phase phase : Phase.values()) {
            if (word(phase).equals(text.toLowerCase(Locale.ROOT))) {
                return phase;
            }
        }
        throw new IllegalArgumentException("expected the phase forward, backward or update, found " + text);
    }

    private static int number(String what, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException("expected a number for the " + what + ", found " + text, word);
        }
    }

    static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** How a position is named. */
    static String of(Position position) {
        String place = word(position.phase()) + ":" + position.t() + ":"
                + position.line().number();
        Chain chain = position.line().chain();
        if (chain.isHead()) {
            return place;
        }
        String layer = place + ":" + (chain.layer() + 1);
        return chain.direction() == Direction.FORWARD
                ? layer
                : layer + ":" + chain.direction().id();
    }

    /**
     * The position in a program.
     *
     * @throws IllegalArgumentException if no line runs there
     */
    Position in(Program program) {
        return program.find(line, t).stream()
                .filter(position -> position.phase() == phase)
                .filter(this::isInLayer)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("line " + line + " does not run in the "
                        + word(phase) + " phase at step " + t
                        + layer.map(number -> " in layer " + number + " " + direction.arrow())
                                .orElse("")
                        + "; unroll trace --positions lists all places"));
    }

    private boolean isInLayer(Position position) {
        Chain found = position.line().chain();
        if (found.isHead()) {
            return layer.isEmpty();
        }
        return found.layer() == layer.orElse(1) - 1 && found.direction() == direction;
    }
}
