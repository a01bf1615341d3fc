package unroll.ui.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import unroll.core.cell.Lstm;
import unroll.core.cell.Rnn;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.plot.ExampleTraces;

class LaneChoiceTest {
    private final Network rnn = ExampleTraces.network(new Rnn(Activation.TANH), 2, 3, 1);
    private final Network lstm = ExampleTraces.network(new Lstm(), 2, 3, 1);
    private final ObservableList<String> shown = FXCollections.observableArrayList();
    private final LaneChoice choice = new LaneChoice(shown);

    @Test
    void atFirstTheUsualLanesAreShown() {
        choice.offer(rnn);
        assertTrue(shown.contains("h"));
        assertTrue(shown.contains("dh"));
        assertFalse(shown.contains("a"));
    }

    @Test
    void whatWasHiddenStaysHiddenInAnotherCellAndNewLanesAppear() {
        choice.offer(rnn);
        choice.toggle(1, false);
        assertFalse(shown.contains("x"));
        choice.offer(lstm);
        assertFalse(shown.contains("x"));
        assertTrue(shown.contains("c"));
        assertTrue(shown.contains("f"));
    }

    @Test
    void lanesStandInTheirOwnOrderHoweverTheyWereChosen() {
        choice.offer(rnn);
        choice.toggle(1, false);
        choice.toggle(1, false);
        assertEquals("x", choice.shown().get(0).id());
    }

    @Test
    void aNumberWithoutALaneDoesNothing() {
        choice.offer(rnn);
        int count = shown.size();
        choice.toggle(9, true);
        assertEquals(count, shown.size());
    }
}
