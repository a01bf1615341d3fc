package unroll.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.analysis.Nudge;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.op.Quantity;
import unroll.core.tensor.Tensor;
import unroll.core.trace.Recorder;
import unroll.core.trace.Trace;
import unroll.core.train.Trainer;
import unroll.experiment.Setup.Part;
import unroll.io.DataFiles;
import unroll.io.ExperimentFile;
import unroll.io.ReadProblem;

/** The faults of other people's programs that an experiment can have on purpose, each against the same done by hand. */
class FaultsTest {
    private static final String WORDS =
            "{\"kind\": \"first_word\", \"length\": 4, \"words\": 2, \"vocabulary\": 3, \"sequences\": 6, \"fresh\": false}";

    private static ExperimentFile words(String cell) throws ReadProblem {
        return ExperimentFile.builtIn("first-word-20")
                .with("task", WORDS)
                .with("model.cell", cell)
                .with("model.hidden", "5")
                .with("initialiser.preset", "torch");
    }

    private static Setup setup(ExperimentFile file) throws ReadProblem {
        return Setup.of(file.experiment(), DataFiles.fromWorkingFolder());
    }

    private static Trace trace(Setup setup, int example, int rows) {
        Probed probed = setup.probed(new Probe(Part.TRAIN, example, rows, Collections.emptySortedMap()));
        return Recorder.record(
                setup.network(), setup.initial(), probed.batch(), setup.conditions(probed, setup.initial()));
    }

    private static double[] state(Trace trace, int t, int row) {
        Site h = new Site(0, trace.network().cell().output());
        double[] units = new double[trace.network().hiddenSize()];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = trace.value(h, t, row, unit);
        }
        return units;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "lstm", "gru", "gru-before"})
    void aMatrixOfBiasesGivesEachRowOfTheBatchItsOwn(String cell) throws ReadProblem {
        Setup faulty = setup(words(cell).with("model.bias", "per_row"));
        Setup single = setup(words(cell).with("model.bias", "single"));
        Trace batch = trace(faulty, 0, 5);
        int gates = single.network().parameters().entry("bias_ih_l0").rows();
        for (int row = 0; row < 5; row++) {
            double[] bias = new double[gates];
            for (int i = 0; i < gates; i++) {
                bias[i] = faulty.initial().tensor("bias_ih_l0").at(i * 5 + row);
            }
            Parameters same = single.initial()
                    .with("bias_ih_l0", Tensor.of(bias, gates))
                    .with("weight_ih_l0", faulty.initial().tensor("weight_ih_l0"))
                    .with("weight_hh_l0", faulty.initial().tensor("weight_hh_l0"));
            Probed alone = single.probed(Probe.of(Part.TRAIN, row));
            Trace one = Recorder.record(single.network(), same, alone.batch(), single.conditions(1));
            assertArrayEquals(state(one, 4, 0), state(batch, 4, row), 1e-14, cell + ", row " + row);
        }
    }

    @Test
    void theGradientOfAMatrixOfBiasesIsItsSlope() throws ReadProblem {
        Setup faulty = setup(words("rnn").with("model.bias", "per_row"));
        Trace batch = trace(faulty, 0, 5);
        for (int index = 0; index < 25; index++) {
            Nudge nudge = Nudge.ofParameter(batch, "bias_ih_l0", index);
            assertEquals(nudge.slope(), nudge.gradient(), 1e-8, "bias " + index);
        }
    }

    @Test
    void aBatchOfMoreRowsThanBiasesIsRefused() throws ReadProblem {
        Setup faulty = setup(words("rnn").with("model.bias", "per_row"));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> trace(faulty, 0, 6));
        assertTrue(refused.getMessage().contains("[5, 5]"), refused.getMessage());
    }

    @Test
    void aSigmoidHeadIsTheLinearOneBehindASigmoid() throws ReadProblem {
        ExperimentFile series = ExperimentFile.builtIn("sunspots");
        Trace linear = trace(setup(series), 3, 1);
        Trace squashed = trace(setup(series.with("model.output", "sigmoid")), 3, 1);
        double y = linear.value(Site.head(Quantity.LOGITS), 12, 0, 0);
        Site output = Site.head(squashed.network().head().output());
        assertEquals(1 / (1 + Math.exp(-y)), squashed.value(output, 12, 0, 0), 1e-14);
    }

    private static ExperimentFile neverReset(String cell) throws ReadProblem {
        return words(cell)
                .with("training.batchSize", "1")
                .with("training.shuffle", "false")
                .with("training.initialState", "never_reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rnn", "lstm"})
    void aStateThatIsNeverResetGoesFromEachSequenceToTheNext(String cell) throws ReadProblem {
        Setup faulty = setup(neverReset(cell));
        assertArrayEquals(new double[5], state(trace(faulty, 0, 1), 0, 0));
        for (int example = 1; example < 6; example++) {
            double[] end = state(trace(faulty, example - 1, 1), 4, 0);
            assertArrayEquals(end, state(trace(faulty, example, 1), 0, 0), 1e-14, "example " + example);
            assertArrayEquals(end, state(trace(faulty, 0, 6), 0, example), 1e-14, "row " + example);
        }
    }

    @Test
    void trainingGoesOnFromTheLastStateAlsoInTheNextEpoch() throws ReadProblem {
        Setup faulty = setup(neverReset("rnn").with("optimiser.rate", "1e-300"));
        Trainer trainer = faulty.trainer();
        Trace before = null;
        for (int iteration = 0; iteration < 14; iteration++) {
            Trace now = trainer.recordNext();
            double[] expected = before == null ? new double[5] : state(before, 4, 0);
            assertArrayEquals(expected, state(now, 0, 0), 1e-14, "iteration " + iteration);
            assertTrue(trainer.step());
            before = now;
        }
    }

    @Test
    void severalSequencesSideBySideAreRefused() throws ReadProblem {
        Setup faulty = setup(neverReset("rnn").with("training.batchSize", "2"));
        assertThrows(IllegalArgumentException.class, faulty::training);
    }
}
