package unroll.ui.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Schedule;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.debug.Breakpoint;
import unroll.debug.Debugger;
import unroll.debug.Program;
import unroll.debug.Stops;

class BreakpointMarksTest {
    private static final Network NETWORK = Network.of(new Rnn(Activation.TANH), 1, 2, 1, LossSpec.atLast(LossKind.MSE));

    private static List<Integer> marks(int steps, Breakpoint breakpoint) {
        Program program = new Program(Schedule.of(NETWORK), steps);
        Parameters parameters = new Parameters(
                NETWORK.parameters(), Tensor.zeros(NETWORK.parameters().size()));
        Trace trace = Recorder.record(NETWORK, parameters, new Batch(NETWORK, steps, 1), Map.of());
        Debugger at = Debugger.atStart(program).toggle(breakpoint);
        return BreakpointMarks.of(at, Stops.of(program, trace, 0, at.breakpoints()));
    }

    @Test
    void aLineIsMarkedAtEveryStep() {
        assertEquals(List.of(2, 5, 8, 11, 14), marks(5, Breakpoint.onLine(2)));
    }

    @Test
    void aStepIsMarkedWhereItBegins() {
        List<Integer> marks = marks(5, Breakpoint.onStep(2));
        assertEquals(2, marks.size());
        Program program = new Program(Schedule.of(NETWORK), 5);
        marks.forEach(cursor -> assertEquals(2, program.at(cursor - 1).t()));
    }

    @Test
    void whatIsOffIsNotMarked() {
        assertTrue(marks(5, Breakpoint.onLine(2).withEnabled(false)).isEmpty());
    }

    @Test
    void aLongProgramIsMarkedSparsely() {
        assertTrue(marks(2000, Breakpoint.onLine(2)).size() <= 200);
    }
}
