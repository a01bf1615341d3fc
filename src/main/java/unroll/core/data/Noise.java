package unroll.core.data;

import java.util.List;
import java.util.stream.IntStream;
import unroll.core.tensor.RandomStream;
import unroll.core.tensor.Tensor;

/**
 * Sequences of independent normal numbers with standard normal targets: nothing to learn but by heart, and
 * nothing that would hide what the network itself does to a gradient.
 *
 * @param sequences how many to train with, and as many others to test with
 * @param steps T
 * @param width I
 * @param deviation σ of the inputs
 */
public record Noise(int sequences, int steps, int width, double deviation) {
    public Noise {
        if (sequences < 1 || steps < 1 || width < 1) {
            throw new IllegalArgumentException("at least 1 sequence, 1 step and 1 input are needed, not " + sequences
                    + ", " + steps + " and " + width);
        }
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException("the deviation must be a number from 0 on, not " + deviation);
        }
    }

    /**
     * Draws both parts; each sequence has a stream of its own, so a longer one begins like a shorter one.
     *
     * @param atEveryStep whether the targets of all steps are kept, or only the last
     */
    public Dataset draw(long seed, boolean atEveryStep) {
        Examples train = examples(seed, "noise.train.", atEveryStep);
        Examples test = examples(seed, "noise.test.", atEveryStep);
        Baseline mean = Baseline.mean((Targets.Vectors) train.targets(), (Targets.Vectors) test.targets());
        return new Dataset(train, test, Scaling.NONE, List.of(mean), List.of("y"));
    }

    private Examples examples(long seed, String part, boolean atEveryStep) {
        double[] inputs = new double[sequences * steps * width];
        double[] targets = new double[sequences * (atEveryStep ? steps : 1)];
        for (int i = 0; i < sequences; i++) {
            RandomStream random = RandomStream.named(seed, part + i);
            for (int t = 0; t < steps; t++) {
                for (int unit = 0; unit < width; unit++) {
                    inputs[(i * steps + t) * width + unit] = deviation * random.nextNormal();
                }
                targets[atEveryStep ? i * steps + t : i] = random.nextNormal();
            }
        }
        List<String> labels =
                IntStream.rangeClosed(1, sequences).mapToObj(i -> "#" + i).toList();
        Targets vectors = new Targets.Vectors(Tensor.of(targets, sequences, targets.length / sequences, 1));
        return new Examples(Tensor.of(inputs, sequences, steps, width), vectors, labels);
    }
}
