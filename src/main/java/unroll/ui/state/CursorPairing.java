package unroll.ui.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import unroll.core.model.Chain;
import unroll.core.model.Phase;
import unroll.core.model.Schedule.Block;
import unroll.core.model.Schedule.Part;
import unroll.core.model.Schedule.ScheduledLine;
import unroll.debug.Position;
import unroll.debug.Program;

/**
 * Where one program stands while another one is stepped. What a layer (or the head, the loss, the update) does at a time
 * step in a phase is its turn; both programs are always in the same turn. Within it they go line by line; the one with
 * fewer lines waits before its last, so that both end a turn together. Of a turn that the one does not have it has the
 * end of the turn before.
 *
 * @param leader is stepped
 * @param follower goes with it
 */
record CursorPairing(Program leader, Program follower) {
    /**
     * Lines that follow each other in a block.
     *
     * @param place how many turns of the same phase, part and layer the block has before
     */
    private record Turn(Phase phase, Part part, Chain chain, int place) {
        boolean isLike(Phase otherPhase, ScheduledLine line) {
            return phase == otherPhase && part == line.listed().part() && chain.equals(line.chain());
        }
    }

    /** Where the lines of a turn lie in a program. */
    private record Span(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** The follower's cursor for one of the leader's. */
    int follow(int cursor) {
        if (cursor == leader.size()) {
            return follower.size();
        }
        int at = cursor;
        while (at > 0) {
            Position here = leader.at(at - 1);
            Block block = leader.schedule().blocks().get(here.block());
            Turn turn = turn(block, here.line());
            Span led = span(leader, block, turn, here.t()).orElseThrow();
            Optional<Span> paired = counterpart(block, turn, here.t());
            if (paired.isPresent()) {
                return at == cursor
                        ? within(at, led, paired.get())
                        : paired.get().end();
            }
            at = led.start();
        }
        return 0;
    }

    private static int within(int cursor, Span led, Span following) {
        return cursor == led.end()
                ? following.end()
                : following.start() + Math.min(cursor - led.start(), following.length() - 1);
    }

    /** In a block that goes over the steps in the same way, if there is one. */
    private Optional<Span> counterpart(Block led, Turn turn, int t) {
        return follower.schedule().blocks(turn.phase()).stream()
                .sorted(Comparator.comparing(block -> block.sweep() != led.sweep()))
                .flatMap(block -> span(follower, block, turn, t).stream())
                .findFirst();
    }

    /** The turn to which a line of a block belongs. */
    private static Turn turn(Block block, ScheduledLine line) {
        return turns(block).get(block.lines().indexOf(line));
    }

    /** For each line of a block its turn. */
    private static List<Turn> turns(Block block) {
        List<Turn> turns = new ArrayList<>();
        for (ScheduledLine line : block.lines()) {
            Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
            if (last != null && last.isLike(block.phase(), line)) {
                turns.add(last);
            } else {
                int place = (int) turns.stream()
                        .filter(turn -> turn.isLike(block.phase(), line))
                        .distinct()
                        .count();
                turns.add(new Turn(block.phase(), line.listed().part(), line.chain(), place));
            }
        }
        return turns;
    }

    private static Optional<Span> span(Program program, Block block, Turn turn, int t) {
        List<Turn> turns = turns(block);
        int first = turns.indexOf(turn);
        int length = Collections.frequency(turns, turn);
        return first < 0
                ? Optional.empty()
                : program.index(block.lines().get(first), t).map(start -> new Span(start, start + length));
    }
}
