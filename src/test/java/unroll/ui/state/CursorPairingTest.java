package unroll.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import unroll.core.cell.BiasMode;
import unroll.core.cell.Cell;
import unroll.core.cell.Concat;
import unroll.core.cell.Gru;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Dropout;
import unroll.core.model.Head;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Schedule;
import unroll.core.model.Sizes;
import unroll.core.model.Stack;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.debug.Position;
import unroll.debug.Program;

/** Where B stands while A is stepped, over pairs of programs of any two cells. */
class CursorPairingTest {
    private static final int STEPS = 4;

    record Pair(CursorPairing pairing, double place) {
        int cursor() {
            return (int) Math.round(place * pairing.leader().size());
        }
    }

    @Provide
    Arbitrary<Pair> sameDepth() {
        return Combinators.combine(cells(), cells(), layers(), losses(), places())
                .as((one, other, layers, at, place) ->
                        new Pair(new CursorPairing(program(one, layers, at), program(other, layers, at)), place));
    }

    @Provide
    Arbitrary<Pair> anyDepth() {
        return Combinators.combine(cells(), cells(), layers(), layers(), losses(), places())
                .as((one, other, layers, others, at, place) ->
                        new Pair(new CursorPairing(program(one, layers, at), program(other, others, at)), place));
    }

    private static Arbitrary<Cell> cells() {
        return Arbitraries.of(new Rnn(Activation.TANH), new Lstm(), new Gru(Gru.Reset.AFTER), new Concat());
    }

    private static Arbitrary<Integer> layers() {
        return Arbitraries.integers().between(1, 3);
    }

    private static Arbitrary<LossSpec.At> losses() {
        return Arbitraries.of(LossSpec.At.values());
    }

    private static Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 1);
    }

    private static Program program(Cell cell, int layers, LossSpec.At at) {
        LossSpec loss = new LossSpec(LossKind.MSE, at, LossSpec.OverTime.SUM);
        Stack stack = new Stack(layers, false, false, Dropout.NONE);
        Network network = new Network(cell, new Sizes(2, 3, 1), stack, BiasMode.SINGLE, Head.LINEAR, loss);
        return new Program(Schedule.of(network), STEPS);
    }

    @Property
    void aProgramIsPairedWithItselfLineByLine(@ForAll("sameDepth") Pair pair) {
        Program one = pair.pairing().leader();
        assertEquals(pair.cursor(), new CursorPairing(one, one).follow(pair.cursor()));
    }

    @Property
    void startAndEndMeet(@ForAll("anyDepth") Pair pair) {
        assertEquals(0, pair.pairing().follow(0));
        assertEquals(
                pair.pairing().follower().size(),
                pair.pairing().follow(pair.pairing().leader().size()));
    }

    @Property
    void goingOnNeverTakesTheOtherBack(@ForAll("anyDepth") Pair pair) {
        int before = 0;
        for (int cursor = 0; cursor <= pair.pairing().leader().size(); cursor++) {
            int now = pair.pairing().follow(cursor);
            assertTrue(now >= before && now <= pair.pairing().follower().size());
            before = now;
        }
    }

    @Property
    void bothAreInTheSamePhaseAtTheSameStepInTheSameLayer(@ForAll("sameDepth") Pair pair) {
        int cursor = Math.max(1, pair.cursor());
        Position led = pair.pairing().leader().at(cursor - 1);
        int following = pair.pairing().follow(cursor);
        assertTrue(following > 0);
        Position follows = pair.pairing().follower().at(following - 1);
        assertEquals(led.phase(), follows.phase());
        assertEquals(led.t(), follows.t());
        assertEquals(led.line().chain(), follows.line().chain());
        assertEquals(led.line().listed().part(), follows.line().listed().part());
    }

    @Property
    void bothEndALayerTogether(@ForAll("sameDepth") Pair pair) {
        Program leader = pair.pairing().leader();
        for (int cursor = 1; cursor < leader.size(); cursor++) {
            Position last = leader.at(cursor - 1);
            Position next = leader.at(cursor);
            boolean ends = last.t() != next.t()
                    || !last.line().chain().equals(next.line().chain());
            if (ends) {
                int following = pair.pairing().follow(cursor);
                Position then = pair.pairing().follower().at(following);
                assertEquals(next.t(), then.t());
                assertEquals(next.line().chain(), then.line().chain());
            }
        }
    }

    @Test
    void theShorterListWaitsBeforeItsLastLine() {
        Program lstm = program(new Lstm(), 1, LossSpec.At.LAST);
        Program rnn = program(new Rnn(Activation.TANH), 1, LossSpec.At.LAST);
        CursorPairing pairing = new CursorPairing(lstm, rnn);
        int lines = new Lstm().lines(BiasMode.SINGLE).size();
        assertEquals(1, pairing.follow(1));
        assertEquals(1, pairing.follow(lines - 1));
        assertEquals(2, pairing.follow(lines));
        assertEquals(lines, new CursorPairing(rnn, lstm).follow(2));
    }
}
