package unroll.ui.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Schedule;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Program;

class BreakpointMarksTest {
    private static Debugger debugger(int steps) {
        Network network = Network.of(new Rnn(Activation.TANH), 1, 2, 1, LossSpec.atLast(LossKind.MSE));
        return Debugger.atStart(new Program(Schedule.of(network), steps));
    }

    @Test
    void aLineIsMarkedAtEveryStep() {
        Debugger at = debugger(5).toggle(Breakpoint.onLine(2));
        assertEquals(List.of(2, 5, 8, 11, 14), List.copyOf(BreakpointMarks.of(at)));
    }

    @Test
    void aStepIsMarkedWhereItBegins() {
        Debugger at = debugger(5).toggle(Breakpoint.onStep(2));
        List<Integer> marks = List.copyOf(BreakpointMarks.of(at));
        assertEquals(2, marks.size());
        marks.forEach(cursor -> assertEquals(2, at.program().at(cursor - 1).t()));
    }

    @Test
    void whatIsOffIsNotMarked() {
        Debugger at = debugger(5).toggle(Breakpoint.onLine(2).withEnabled(false));
        assertTrue(BreakpointMarks.of(at).isEmpty());
    }

    @Test
    void aLongProgramIsMarkedSparsely() {
        Debugger at = debugger(2000).toggle(Breakpoint.onLine(2));
        assertTrue(BreakpointMarks.of(at).size() <= 150);
    }
}
