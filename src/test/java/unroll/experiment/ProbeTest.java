package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import unroll.core.model.Batch;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.experiment.ByHand.Place;
import unroll.experiment.Setup.Part;
import unroll.io.CaseFile;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

class ProbeTest {
    private static Setup setup(String name) throws ReadProblem {
        return Setup.of(ExperimentFile.builtIn(name).experiment(), DataFiles.fromWorkingFolder());
    }

    private static Trace trace(Setup setup, Probe probe) {
        Batch batch = setup.probed(probe).batch();
        return Recorder.record(setup.network(), setup.initial(), batch, setup.conditions(batch.rows()));
    }

    private static void assertSame(Trace expected, Trace actual) {
        assertEquals(expected.loss(), actual.loss());
        assertEquals(expected.parameterGradients(), actual.parameterGradients());
    }

    @Test
    void anUnchangedProbeIsTheDatasExample() throws ReadProblem {
        for (String name : new String[] {"vanishing", "names-lstm", "reber", "digits-rows"}) {
            Setup setup = setup(name);
            Trace byExample =
                    Recorder.record(setup.network(), setup.initial(), setup.batch(Part.TEST, 0), setup.conditions(1));
            assertSame(byExample, trace(setup, Probe.of(Part.TEST, 0)));
        }
    }

    @Property(tries = 40)
    void aChangedNumberIsReadAndNothingElseIs(
            @ForAll @IntRange(min = 1, max = 50) int t,
            @ForAll @IntRange(max = 1) int unit,
            @ForAll @DoubleRange(min = -3, max = 3) double value)
            throws ReadProblem {
        Setup setup = setup("vanishing");
        Site x = new Site(0, Quantity.INPUT);
        Trace before = trace(setup, Probe.FIRST);
        Trace after = trace(setup, Probe.FIRST.withValues(0, Map.of(new Place(t, unit), value)));
        for (int step = 1; step <= 50; step++) {
            for (int k = 0; k < 2; k++) {
                double expected = step == t && k == unit ? value : before.value(x, step, 0, k);
                assertEquals(expected, after.value(x, step, 0, k));
            }
        }
    }

    @Test
    void aPlaceBeyondTheSequenceRests() throws ReadProblem {
        Setup setup = setup("vanishing");
        Probe beyond = Probe.FIRST.withValues(0, Map.of(new Place(51, 0), 1.0, new Place(1, 2), 1.0));
        assertSame(trace(setup, Probe.FIRST), trace(setup, beyond));
    }

    @Test
    void aTypedNameHasItsOwnLengthAndKeepsTheTarget() throws ReadProblem {
        Setup setup = setup("names-lstm");
        Probed typed = setup.probed(Probe.FIRST.withChange(0, ByHand.typed("Schmidhuber")));
        assertEquals(11, typed.batch().steps());
        assertEquals(Probed.Asked.STILL_BY_DATA, typed.rows().get(0).asked());
        assertEquals(Optional.of("Schmidhuber"), setup.text(typed.rows().get(0)));
        Probe unreadable = Probe.FIRST.withChange(0, ByHand.typed("8"));
        assertThrows(IllegalArgumentException.class, () -> setup.probed(unreadable));
    }

    @Test
    void theRuleAnswersWhatItCan() throws ReadProblem {
        Setup setup = setup("adding-50");
        Probed.Row data = setup.probed(Probe.FIRST).rows().get(0);
        int marked = 1;
        while (data.inputs().at(marked - 1, 1) != 1) {
            marked++;
        }
        double number = data.inputs().at(marked - 1, 0);
        Probe higher = Probe.FIRST.withValues(0, Map.of(new Place(marked, 0), number + 0.25));
        assertEquals(Probed.Asked.BY_RULE, setup.probed(higher).rows().get(0).asked());
        double before = setup.probed(Probe.FIRST).batch().target(50, 0, 0);
        assertEquals(before + 0.25, setup.probed(higher).batch().target(50, 0, 0), 1e-12);
        Probe third = Probe.FIRST.withValues(0, Map.of(new Place(marked == 1 ? 2 : marked - 1, 1), 1.0));
        assertEquals(
                Probed.Asked.STILL_BY_DATA, setup.probed(third).rows().get(0).asked());
        assertEquals(before, setup.probed(third).batch().target(50, 0, 0));
    }

    @Test
    void rowsAreThoseThatFollow() throws ReadProblem {
        Setup setup = setup("adding-50");
        Trace four = trace(setup, Probe.of(Part.TRAIN, 3).withRows(4));
        assertEquals(4, four.rows());
        Trace last = trace(setup, Probe.of(Part.TRAIN, 6));
        Site x = new Site(0, Quantity.INPUT);
        for (int t = 1; t <= 50; t++) {
            assertEquals(last.value(x, t, 0, 0), four.value(x, t, 3, 0));
        }
        int end = setup.sequences(Part.TRAIN) - 1;
        assertEquals(
                1, setup.probed(Probe.of(Part.TRAIN, end).withRows(4)).rows().size());
    }

    @Test
    void filesKeepAProbeAndTheOnesWithoutLookAtTheFirst() throws ReadProblem {
        ExperimentFile file = ExperimentFile.builtIn("vanishing");
        assertEquals(Probe.FIRST, file.probe());
        Probe probe = Probe.of(Part.TEST, 2)
                .withRows(3)
                .withValues(1, Map.of(new Place(3, 1), 0.1, new Place(4, 0), -1e-9))
                .withChange(2, ByHand.typed("a“b"));
        ExperimentFile kept = file.looking(probe);
        assertEquals(probe, kept.probe());
        assertEquals(file.experiment(), kept.experiment(), "what is looked at is no part of it");
        assertFalse(kept.looking(Probe.FIRST).json().has("probe"));
        ReadProblem wrong = assertThrows(
                ReadProblem.class, () -> file.with("probe.rows", "0").probe());
        assertTrue(wrong.getMessage().contains("probe.rows"), wrong.getMessage());
    }

    @Test
    void aCaseGivesTheSameNumbersAsTheProbe() throws ReadProblem {
        for (String name : new String[] {"vanishing", "names-lstm", "reber", "shakespeare", "names"}) {
            Setup setup = setup(name);
            Probe probe = Probe.FIRST.withValues(0, Map.of(new Place(2, 1), 0.5));
            Trace ofCase = CaseFile.of(setup, probe, setup.initial()).trace();
            Trace shown = trace(setup, probe);
            assertSame(shown, ofCase);
            assertArrayEquals(
                    shown.values(new Site(0, Quantity.INPUT), 1, shown.steps()).toArray(),
                    ofCase.values(new Site(0, Quantity.INPUT), 1, shown.steps()).toArray());
        }
    }
}
