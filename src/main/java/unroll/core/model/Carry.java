package unroll.core.model;

import java.util.List;

/** Puts initial states where the lines of an execution read them, and takes final states for the next initial ones. */
final class Carry {
    private record State(Direction direction, Buffer initial, Buffer values) {}

    private final Batch batch;
    private final InitialStates initialStates;
    private final List<State> states;
    private int lastSteps;

    Carry(InitialStates initialStates, Batch batch, Memory memory) {
        this.batch = batch;
        this.initialStates = initialStates;
        this.lastSteps = batch.steps();
        this.states = initialStates.sites().stream()
                .map(site -> new State(
                        site.direction(),
                        initialStates.of(site),
                        memory.values().get(site)))
                .toList();
    }

    /** Before a forward pass. */
    void place() {
        lastSteps = batch.steps();
        for (State state : states) {
            copy(state.initial(), 0, state.values(), state.direction().initialStep(lastSteps));
        }
    }

    /** Takes the final states of the sequences placed last; the batch may be new. */
    void carryOver() {
        for (State state : states) {
            copy(state.values(), state.direction().finalStep(lastSteps), state.initial(), 0);
        }
        initialStates.noteCarried();
    }

    private void copy(Buffer from, int fromSlot, Buffer to, int toSlot) {
        for (int row = 0; row < batch.rows(); row++) {
            System.arraycopy(from.data(), from.offset(fromSlot, row), to.data(), to.offset(toSlot, row), from.width());
        }
    }
}
