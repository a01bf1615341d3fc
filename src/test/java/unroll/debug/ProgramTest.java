package unroll.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import unroll.core.cell.Cell;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Phase;
import unroll.core.model.Schedule;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.oracle.OracleCase;

class ProgramTest {
    private static Program program(Cell cell, int steps, LossSpec loss) {
        return new Program(Schedule.of(Network.of(cell, 2, 3, 1, loss)), steps);
    }

    @Test
    void countsOfReferenceCases() {
        assertEquals(200, sizeOf("rnn_tanh_28-32-10-28-3_ce_last"));
        assertEquals(564, sizeOf("lstm_28-32-10-28-3_ce_last"));
    }

    private static int sizeOf(String name) {
        OracleCase oracle = OracleCase.load(name);
        return new Program(Schedule.of(oracle.network()), oracle.config("T")).size();
    }

    @Test
    void theErrorSignalAtStepNineOfTwentyFour() {
        Program program = program(new Rnn(Activation.TANH), 24, LossSpec.atLast(LossKind.MSE));
        assertEquals(24 * 3 + 1, program.end(Phase.FORWARD));
        assertEquals(24 * 3 + 1 + 3 + 24 * 4, program.size());
        Position position = program.find(8, 9).get(0);
        assertEquals(136, position.index());
        assertEquals("δaₜ = δhₜ ⊙ (1 − hₜ²)", position.line().line().plain());
    }

    @Test
    void lossAtEveryStepRunsInsideTheSweeps() {
        Program program = program(new Lstm(), 50, LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN));
        assertEquals(500, program.end(Phase.FORWARD));
        assertEquals(1200, program.size());
    }

    @Test
    void overGoesOneStepOnAndThroughTheBordersOfBlocks() {
        Program program = program(new Rnn(Activation.TANH), 3, LossSpec.atLast(LossKind.MSE));
        Debugger debugger = Debugger.atStart(program).over();
        assertEquals(3, debugger.cursor(), "from the start: through the first step");
        assertEquals(6, debugger.over().cursor());
        assertEquals(9, debugger.over().over().cursor(), "the end of the forward sweep");
        assertEquals(10, debugger.moveTo(9).over().cursor(), "the loss, which runs once");
        assertEquals(13, debugger.moveTo(10).over().cursor(), "what runs back from the loss once");
        assertEquals(17, debugger.moveTo(13).over().cursor(), "the first step of the backward sweep");
        assertEquals(9, debugger.moveTo(8).over().cursor(), "no such step: to the block's end");
        assertEquals(13, debugger.moveTo(16).backOver().cursor(), "no such step: to the block's start");
    }

    @Test
    void outEndsPhases() {
        Program program = program(new Rnn(Activation.TANH), 3, LossSpec.atLast(LossKind.MSE));
        Debugger debugger = Debugger.atStart(program);
        assertEquals(10, debugger.out().cursor());
        assertEquals(25, debugger.out().out().cursor());
        assertEquals(10, debugger.moveTo(25).backOut().cursor());
        assertEquals(0, debugger.moveTo(10).backOut().cursor());
    }

    @Test
    void runToTakesTheNearestLaterRunElseTheNearestEarlier() {
        Program program = program(new Rnn(Activation.TANH), 4, LossSpec.atLast(LossKind.MSE));
        Debugger debugger = Debugger.atStart(program);
        assertEquals(5, debugger.runTo(2, 2).cursor());
        assertEquals(5, debugger.moveTo(20).runTo(2, 2).cursor());
        assertEquals(20, debugger.moveTo(20).runTo(5, 1).cursor(), "the loss does not run at step 1");
    }

    @Test
    void theSamePlaceIsFoundInALongerProgram() {
        LossSpec loss = LossSpec.atLast(LossKind.MSE);
        Program three = program(new Rnn(Activation.TANH), 3, loss);
        Program five = program(new Rnn(Activation.TANH), 5, loss);
        Debugger debugger = Debugger.atStart(three).runTo(8, 2);
        Debugger moved = debugger.in(five);
        assertEquals(8, moved.current().orElseThrow().line().number());
        assertEquals(2, moved.current().orElseThrow().t());
        assertEquals(five.size(), debugger.moveTo(three.size()).in(five).cursor());
    }
}
