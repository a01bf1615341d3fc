package unroll.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import unroll.core.cell.Rnn;
import unroll.core.model.Batch;
import unroll.core.model.LossSpec;
import unroll.core.model.Network;
import unroll.core.op.Activation;
import unroll.core.op.LossKind;
import unroll.core.tensor.Tensor;

class ExamplesTest {
    private static final double[] TWELVE =
            IntStream.rangeClosed(1, 12).asDoubleStream().toArray();

    private static Network network(LossSpec loss, int outputs) {
        return Network.of(new Rnn(Activation.TANH), 2, 3, outputs, loss);
    }

    private static Examples examples(Targets targets) {
        return new Examples(Tensor.of(TWELVE, 2, 3, 2), targets, List.of("a", "b"));
    }

    @Test
    void aTargetAStepFillsALossAtEveryStep() {
        Examples examples = examples(new Targets.Vectors(Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3, 1)));
        Batch batch = new Batch(network(LossSpec.atEvery(LossKind.MSE, LossSpec.OverTime.MEAN), 1), 3, 2);
        examples.fill(1, batch, 0);
        assertEquals(4, batch.target(1, 0, 0));
        assertEquals(6, batch.target(3, 0, 0));
        assertEquals(10, batch.inputs().data()[batch.inputs().offset(2, 0) + 1]);
    }

    @Test
    void aLossAtTheLastStepReadsTheLastTarget() {
        Examples examples = examples(new Targets.Vectors(Tensor.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3, 1)));
        Batch batch = new Batch(network(LossSpec.atLast(LossKind.MSE), 1), 3, 2);
        examples.fill(0, batch, 1);
        assertEquals(3, batch.target(3, 1, 0));
    }

    @Test
    void oneClassStandsForAllSteps() {
        Examples examples = examples(Targets.Classes.ofSequences(new double[] {1, 0}, 2));
        LossSpec loss = LossSpec.atEvery(LossKind.CROSS_ENTROPY, LossSpec.OverTime.MEAN);
        Batch batch = new Batch(network(loss, 2), 3, 2);
        examples.fill(0, batch, 0);
        assertEquals(1, batch.targetClass(1, 0));
        assertEquals(1, batch.targetClass(3, 0));
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        double[] broken = TWELVE.clone();
        broken[9] = Double.NaN;
        Targets classes = Targets.Classes.ofSequences(new double[] {1, 0}, 2);
        assertMessage(
                "sequence 2 at step 2, unit 1",
                () -> new Examples(Tensor.of(broken, 2, 3, 2), classes, List.of("a", "b")));
        assertMessage("labels", () -> new Examples(Tensor.of(TWELVE, 2, 3, 2), classes, List.of("a")));
        assertMessage("no extent 0", () -> new Examples(Tensor.zeros(0, 3, 2), classes, List.of()));
        assertMessage("sequence 2 is 2.0", () -> Targets.Classes.ofSequences(new double[] {1, 2}, 2));
        assertMessage("sequence 1 is 0.5", () -> Targets.Classes.ofSequences(new double[] {0.5}, 2));
        double[] infinite = {1, 2, Double.POSITIVE_INFINITY};
        assertMessage("at step 3, output 0", () -> new Targets.Vectors(Tensor.of(infinite, 1, 3, 1)));
        Batch shorter = new Batch(network(LossSpec.atLast(LossKind.CROSS_ENTROPY), 2), 2, 1);
        assertMessage("does not fit", () -> examples(classes).fill(0, shorter, 0));
    }

    private static void assertMessage(String part, Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void noiseComesFromTheSeedAlone() {
        Noise noise = new Noise(2, 5, 3, 0.3);
        assertEquals(noise.draw(7, true), noise.draw(7, true));
        assertNotEquals(noise.draw(7, true), noise.draw(8, true));
        assertNotEquals(
                noise.draw(7, true).train().inputs(), noise.draw(7, true).test().inputs());
    }

    @Test
    void longerNoiseBeginsLikeShorter() {
        Examples five = new Noise(2, 5, 3, 0.3).draw(7, true).train();
        Examples nine = new Noise(2, 9, 3, 0.3).draw(7, true).train();
        assertEquals(five.input(1, 5, 2), nine.input(1, 5, 2));
        Examples larger = new Noise(2, 5, 3, 0.6).draw(7, true).train();
        assertEquals(2 * five.input(1, 3, 1), larger.input(1, 3, 1), 1e-15);
        assertEquals(five.targets(), larger.targets());
    }

    @Test
    void everyFifthPictureTests() {
        ImageSequences rows = new ImageSequences(2, 16, 3, ImageSequences.Reading.ROWS);
        double[] values = new double[50];
        List<String> labels = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
        for (int row = 0; row < 10; row++) {
            values[row * 5] = row;
            values[row * 5 + 3] = 16;
            values[row * 5 + 4] = row % 3;
        }
        Dataset data = rows.read(new Table(rows.columns(), labels, Tensor.of(values, 10, 5)));
        assertEquals(List.of("4", "9"), data.test().labels());
        assertEquals(8, data.train().size());
        assertEquals(9 / 16.0, data.test().input(1, 1, 0));
        assertEquals(1, data.test().input(1, 2, 1), "the second row of pixels is the second step");
        Score majority = data.baselines().get(0).test();
        assertEquals(0.5, majority.accuracy().orElseThrow(), "the majority class 0 is right for picture 9 of 4 and 9");
        assertEquals(-(Math.log(2 / 8.0) + Math.log(3 / 8.0)) / 2, majority.loss(), 1e-12);
    }

    private static Dataset fivePictures(ImageSequences.Reading reading, ImageSequences.Order order) {
        ImageSequences pictures = new ImageSequences(3, 1, 10, reading, order);
        double[] values = new double[50];
        for (int picture = 0; picture < 5; picture++) {
            for (int pixel = 0; pixel < 9; pixel++) {
                values[picture * 10 + pixel] = 10 * picture + pixel;
            }
            values[picture * 10 + 9] = picture;
        }
        List<String> labels = List.of("a", "b", "c", "d", "e");
        return pictures.read(new Table(pictures.columns(), labels, Tensor.of(values, 5, 10)));
    }

    @Test
    void rowsAreReadInTheOrderThatIsWanted() {
        Examples down = fivePictures(ImageSequences.Reading.ROWS, ImageSequences.Order.TOP_DOWN)
                .test();
        Examples up = fivePictures(ImageSequences.Reading.ROWS, ImageSequences.Order.BOTTOM_UP)
                .test();
        Examples shuffled = fivePictures(ImageSequences.Reading.ROWS, ImageSequences.Order.SHUFFLED)
                .test();
        assertEquals(40, down.input(0, 1, 0));
        assertEquals(46, up.input(0, 1, 0), "the last row comes first");
        assertEquals(48, up.input(0, 1, 2), "and within a row nothing is turned");
        Set<Double> firsts = new TreeSet<>();
        IntStream.rangeClosed(1, 3).forEach(t -> firsts.add(shuffled.input(0, t, 0)));
        assertEquals(Set.of(40.0, 43.0, 46.0), firsts);
        Examples again = fivePictures(ImageSequences.Reading.ROWS, ImageSequences.Order.SHUFFLED)
                .train();
        assertEquals(shuffled.input(0, 1, 0) - 40, again.input(0, 1, 0), "the order is the same for all pictures");
    }

    @Test
    void rowsApartAreSequencesWithRepeatedLabels() {
        Dataset data = fivePictures(ImageSequences.Reading.ROWS_APART, ImageSequences.Order.TOP_DOWN);
        assertEquals(12, data.train().size());
        assertEquals(3, data.test().size());
        assertEquals(3, data.test().steps());
        assertEquals(1, data.test().inputSize());
        assertEquals(List.of("e/1", "e/2", "e/3"), data.test().labels());
        assertEquals(45, data.test().input(1, 3, 0), "the last pixel of the second row");
        Targets.Classes targets = (Targets.Classes) data.test().targets();
        assertEquals(4, targets.at(0, 1));
        assertEquals(4, targets.at(2, 1));
    }
}
