package unroll.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import unroll.experiment.Experiment;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

class EditsTest {
    private long now;
    private final Edits<Experiment> edits = new Edits<>(() -> now);
    private Experiment first;

    @BeforeEach
    void readExperiment() throws ReadProblem {
        first = ExperimentFile.builtIn("first-steps").experiment();
    }

    @Test
    void editsAreUndoneInTurn() {
        Experiment second = first.withSeed(1);
        edits.note("seed", first);
        edits.note("model.hidden", second);
        assertEquals(Optional.of(second), edits.undo());
        assertEquals(Optional.of(first), edits.undo());
        assertTrue(edits.undo().isEmpty());
    }

    @Test
    void aDraggedSliderIsUndoneInOneGo() {
        for (int i = 0; i < 100; i++) {
            edits.note("initialiser.gain", i == 0 ? first : first.withSeed(i));
            now += TimeUnit.MILLISECONDS.toNanos(30);
        }
        assertEquals(Optional.of(first), edits.undo());
        assertTrue(edits.undo().isEmpty());
    }

    @Test
    void theSameFieldChangedLaterIsAnEditOfItsOwn() {
        Experiment second = first.withSeed(1);
        edits.note("seed", first);
        now += TimeUnit.SECONDS.toNanos(5);
        edits.note("seed", second);
        assertEquals(Optional.of(second), edits.undo());
        assertEquals(Optional.of(first), edits.undo());
    }
}
