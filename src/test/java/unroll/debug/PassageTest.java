package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Lstm;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.op.LossKind;

class PassageTest {
    private static final Program PROGRAM =
            new Program(Schedule.of(Network.of(new Lstm(), 2, 3, 1, LossSpec.atLast(LossKind.MSE))), 4);

    @Test
    void everyLineOfAPhaseIsAMoment() {
        List<Integer> cursors = Passage.of(PROGRAM, Phase.BACKWARD, Stride.LINE).cursors();
        assertEquals(PROGRAM.start(Phase.BACKWARD), cursors.get(0));
        assertEquals(PROGRAM.end(Phase.BACKWARD), cursors.get(cursors.size() - 1));
        assertEquals(PROGRAM.end(Phase.BACKWARD) - PROGRAM.start(Phase.BACKWARD) + 1, cursors.size());
    }

    @Test
    void byStepsEachMomentEndsOne() {
        List<Integer> cursors = Passage.of(PROGRAM, Phase.FORWARD, Stride.STEP).cursors();
        for (int cursor : cursors.subList(1, cursors.size() - 1)) {
            Position last = PROGRAM.at(cursor - 1);
            Position next = PROGRAM.at(cursor);
            assertTrue(last.t() != next.t() || last.block() != next.block());
        }
        assertTrue(cursors.size() > PROGRAM.steps(), "no step is left out");
    }

    @Test
    void stepsCanBeNamedInEitherOrder() {
        Passage passage = Passage.ofSteps(PROGRAM, Phase.BACKWARD, 1, 2, Stride.LINE);
        assertEquals(passage, Passage.ofSteps(PROGRAM, Phase.BACKWARD, 2, 1, Stride.LINE));
        assertTrue(PROGRAM.at(passage.from()).t() <= 2);
        assertTrue(PROGRAM.at(passage.to() - 1).t() >= 1);
        assertEquals(Phase.BACKWARD, PROGRAM.at(passage.from()).phase());
        assertThrows(
                IllegalArgumentException.class, () -> Passage.ofSteps(PROGRAM, Phase.FORWARD, 98, 99, Stride.LINE));
    }

    @Test
    void thePhaseOfACursorIsThatOfTheLineThatHasRun() {
        assertEquals(Phase.FORWARD, Passage.phaseAt(PROGRAM, 0));
        assertEquals(Phase.FORWARD, Passage.phaseAt(PROGRAM, PROGRAM.end(Phase.FORWARD)));
        assertEquals(Phase.BACKWARD, Passage.phaseAt(PROGRAM, PROGRAM.end(Phase.FORWARD) + 1));
    }

    @Test
    void aPassageLiesInItsProgram() {
        assertThrows(IllegalArgumentException.class, () -> new Passage(PROGRAM, 3, 2, Stride.LINE));
        assertThrows(IllegalArgumentException.class, () -> new Passage(PROGRAM, 0, PROGRAM.size() + 1, Stride.LINE));
    }
}
