package unroll.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.core.cell.Gru;
import unroll.core.data.Alphabet;
import unroll.core.data.CharacterText;
import unroll.core.data.Dataset;
import unroll.core.data.Sampler;
import unroll.core.model.Batch;
import unroll.core.model.Detail;
import unroll.core.model.Execution;
import unroll.core.model.Initialiser;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.model.Parameters;
import unroll.core.model.Site;
import unroll.core.op.LossKind;
import unroll.core.op.Quantity;
import unroll.core.optim.Adam;
import unroll.core.optim.UpdateRule;
import unroll.core.tensor.RandomStream;

class SamplerTest {
    private static final String TEXT = "abcd".repeat(60);
    private static final Alphabet ALPHABET = Alphabet.of(TEXT);
    private static final LossSpec LOSS = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);

    private final Network network = Network.of(new Gru(), 4, 8, 4, LOSS);
    private final Parameters untrained = Initialiser.torch().initialise(network, 5);

    private static RandomStream random(long seed) {
        return RandomStream.named(seed, "sample");
    }

    @Test
    void aTrainedNetworkGoesOnAsTheTextDoes() {
        Dataset data = new CharacterText(8, 0.8).cut(TEXT);
        Batching batching = new Batching(8, true, 0);
        Trainer trainer = new Trainer(
                new TrainingSetup(network, untrained, data.training(), batching, UpdateRule.of(Adam.keras())));
        for (int i = 0; i < 1500; i++) {
            assertTrue(trainer.step());
        }
        Sampler sampler = new Sampler(network, trainer.parameters(), ALPHABET);
        assertEquals("cdabcdabcdab", sampler.goOn("ab", 12, 0.1, random(1)));
        assertEquals("bcdabcdabcda", sampler.goOn("a", 12, 0.1, random(1)), "each text begins with a fresh state");
    }

    @Test
    void aTextFollowsFromItsSeed() {
        Sampler sampler = new Sampler(network, untrained, ALPHABET);
        String text = sampler.goOn("a", 50, 1, random(3));
        assertEquals(50, text.length());
        assertEquals(text, sampler.goOn("a", 50, 1, random(3)));
        assertNotEquals(text, sampler.goOn("a", 50, 1, random(4)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 3})
    void charactersAreDrawnAsOftenAsTheTemperatureSays(double temperature) {
        Batch batch = new Batch(network, 1, 1);
        batch.setInput(1, 0, 0, 1);
        Execution execution = Execution.of(network, untrained, batch, Detail.TRAINING);
        execution.forward();
        var logits = execution.values().get(Site.head(Quantity.LOGITS));
        double[] expected = new double[4];
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            expected[i] = Math.exp(logits.data()[logits.offset(1, 0) + i] / temperature);
            sum += expected[i];
        }
        Sampler sampler = new Sampler(network, untrained, ALPHABET);
        RandomStream random = random(1);
        int[] drawn = new int[4];
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            drawn[ALPHABET.codes(sampler.goOn("a", 1, temperature, random))[0]]++;
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i] / sum, (double) drawn[i] / draws, 0.015);
        }
    }

    @Test
    void whatCannotBeSampledIsRefused() {
        Sampler sampler = new Sampler(network, untrained, ALPHABET);
        assertThrows(IllegalArgumentException.class, () -> sampler.goOn("a", 1, 0, random(1)));
        assertThrows(IllegalArgumentException.class, () -> sampler.goOn("", 1, 1, random(1)));
        assertThrows(IllegalArgumentException.class, () -> sampler.goOn("x", 1, 1, random(1)));
        Alphabet other = Alphabet.of("abc");
        assertThrows(IllegalArgumentException.class, () -> new Sampler(network, untrained, other));
        Network both = network.inBothDirections();
        Parameters parameters = Initialiser.torch().initialise(both, 1);
        assertThrows(IllegalArgumentException.class, () -> new Sampler(both, parameters, ALPHABET));
    }
}
