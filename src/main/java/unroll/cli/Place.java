package unroll.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.core.model.Phase;
import unroll.core.model.Site;
import unroll.debug.Position;
import unroll.debug.Program;

/**
 * A position as a user names it: {@code PHASE:T:LINE[:LAYER[:DIRECTION]]}.
 *
 * @param line its number in the listing
 * @param layer from 1; empty for a line of the head, and for the lowest layer
 */
record Place(Phase phase, int t, int line, Optional<Integer> layer) {
    static final String FORM = "PHASE:T:LINE[:LAYER[:DIRECTION]], such as backward:9:8";

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final String FORWARD = "fwd";

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
        if (parts.size() == LONGEST && !parts.get(LONGEST - 1).equals(FORWARD)) {
            throw new IllegalArgumentException(
                    "expected the direction " + FORWARD + ", the only one of this network, found " + parts.get(4));
        }
        return new Place(
                phase(parts.get(0)),
                number("time step", parts.get(1)),
                number("line", parts.get(2)),
                parts.size() > SHORTEST ? Optional.of(number("layer", parts.get(SHORTEST))) : Optional.empty());
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
        int layer = position.line().layer();
        return layer == Site.HEAD ? place : place + ":" + (layer + 1);
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
                        + layer.map(number -> " in layer " + number).orElse("")
                        + "; --positions lists all places"));
    }

    private boolean isInLayer(Position position) {
        int found = position.line().layer();
        return layer.isEmpty() ? found <= 0 : found == layer.get() - 1;
    }
}
